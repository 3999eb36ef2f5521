/** Shows on the page's root whether it is loading, up to date or broken; tests and style sheets read it. */
export function showProgress(state: "loading" | "ready" | "error"): void {
  document.documentElement.dataset["state"] = state;
}
