import { Component, type ReactNode } from "react";
import type { Translator } from "../i18n/translator.ts";
import { showProgress } from "./progress.ts";

interface Props {
  readonly translator: Translator;
  readonly children: ReactNode;
}

/** Shows what broke and a way on, where a part of the page throws while drawing itself. */
export class ErrorBoundary extends Component<Props, { message?: string }> {
  override state: { message?: string } = {};

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(): void {
    showProgress("error");
  }

  override render(): ReactNode {
    const { message } = this.state;
    if (message === undefined) return this.props.children;
    const { t } = this.props.translator;
    return (
      <div className="crash" role="alert">
        <p>{t("app.crash", { message })}</p>
        <button type="button" onClick={() => location.reload()}>
          {t("app.reload")}
        </button>
      </div>
    );
  }
}
