import { useEffect } from "react";
import { useActions } from "./context.ts";

/** The largest screen on which a frame or presentation has the usual size, in pixels; beyond it everything grows. */
const usual = { width: 1600, height: 900 } as const;

/** Keeps the scale of the page in step with the size of the window. */
export function useScale(): void {
  const { setScale } = useActions();
  useEffect(() => {
    const follow = () =>
      setScale(Math.max(1, Math.min(innerWidth / usual.width, innerHeight / usual.height)));
    follow();
    addEventListener("resize", follow);
    return () => {
      removeEventListener("resize", follow);
      setScale(1);
    };
  }, [setScale]);
}
