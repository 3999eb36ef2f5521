import { lazy } from "react";
import type { View } from "../model/view.ts";
import { encodeView } from "../state/encodeView.ts";
import { yearOf } from "../state/selectors.ts";
import { useAppState, useTranslator } from "./context.ts";
import { Later } from "./Later.tsx";
import { Disclosure } from "./parts.tsx";
import { SinglePage } from "./SinglePage.tsx";
import { CopyField } from "./share/CopyField.tsx";
import "./share/share.css";

const QrCode = lazy(() => import("./share/QrCode.tsx"));
const EmbedMaker = lazy(() => import("./share/EmbedMaker.tsx"));
const Downloads = lazy(() => import("./share/Downloads.tsx"));

/** Ways to pass on what is on the screen; its links carry the year, so that they show the same later. */
export default function SharePanel() {
  const view = useAppState((state) => state.view);
  const dataset = useAppState((state) => state.dataset);
  const { t } = useTranslator();
  const dated: View = { ...view, year: yearOf(view, dataset) };
  const link = addressOf({ ...dated, embed: false });
  return (
    <div className="share">
      <CopyField label={t("share.link")} text={link} />
      <Disclosure title={t("share.qr")}>
        <Later>
          <QrCode text={link} />
        </Later>
      </Disclosure>
      <Disclosure title={t("share.embed")}>
        <Later>
          <EmbedMaker view={dated} addressOf={addressOf} />
        </Later>
      </Disclosure>
      <Disclosure title={t("export.title")}>
        <Later>
          <Downloads />
        </Later>
      </Disclosure>
      <Disclosure title={t("share.file")}>
        <SinglePage />
      </Disclosure>
    </div>
  );
}

function addressOf(view: View): string {
  return new URL(encodeView(view) || "?", document.baseURI).href;
}
