import { Component, type ReactNode, Suspense, use } from "react";
import { useTranslator } from "./context.ts";

/** What is loaded when it is first shown, with its words; where that fails, the rest of the page goes on. */
export function Later({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslator();
  return (
    <Failsafe message={t("notice.part")}>
      <Suspense fallback={null}>
        <WithWords>{children}</WithWords>
      </Suspense>
    </Failsafe>
  );
}

function WithWords({ children }: { readonly children: ReactNode }) {
  use(useTranslator().loadLater());
  return children;
}

/** Tells that a part of the page could not be loaded or drawn. */
class Failsafe extends Component<{ readonly message: string; readonly children: ReactNode }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <p role="alert">{this.props.message}</p> : this.props.children;
  }
}
