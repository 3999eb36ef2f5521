/** Shows on the page's root whether it is loading, up to date or broken; tests and style sheets read it. */
export function showProgress(state: "loading" | "ready" | "error"): void {
  document.documentElement.dataset["state"] = state;
  if (state === "ready") settle();
}

let settle: () => void;
/** Fulfilled once the first view is complete: for work that must not delay it. */
export const firstView = new Promise<void>((resolve) => {
  settle = resolve;
});
