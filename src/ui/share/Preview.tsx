import { useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Frame } from "../../export/snippets.ts";
import { useTranslator } from "../context.ts";

/** A page is loaded anew for every change: wait until the options stand still. */
const settleMs = 400;

/** The frame itself, made smaller to fit beside the map; it follows the options. */
export function Preview({ address, width, height }: Frame) {
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const { t } = useTranslator();
  const [shown, setShown] = useState(address);
  useEffect(() => {
    const timer = setTimeout(() => setShown(address), settleMs);
    return () => clearTimeout(timer);
  }, [address]);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scale = Math.min(1, room / width);
  return (
    <div className="preview" ref={box} style={{ blockSize: height * scale }}>
      {room > 0 && (
        <iframe
          key={shown}
          src={shown}
          title={t("share.preview")}
          width={width}
          height={height}
          style={{ transform: `scale(${scale})` }}
        />
      )}
    </div>
  );
}
