import { encode } from "uqr";
import { useTranslator } from "../context.ts";

/** The most a code takes: version 40 with low error correction, in bytes (ISO/IEC 18004, table 7). */
const mostBytes = 2953;

/** A text as a code for a phone's camera, made on the spot; black on white whatever the page's colours. */
export default function QrCode({ text }: { readonly text: string }) {
  const { t } = useTranslator();
  if (new TextEncoder().encode(text).length > mostBytes) return <p>{t("share.qr.tooLong")}</p>;
  const { data, size } = encode(text, { border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={t("share.qr")}>
      <rect width={size} height={size} fill="#ffffff" />
      <path d={squares.join("")} fill="#000000" shapeRendering="crispEdges" />
    </svg>
  );
}
