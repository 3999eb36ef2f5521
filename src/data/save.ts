/** The browser reads a file after this turn; by then it has begun to. */
const keptMs = 60_000;

/** Hands the reader a file to keep. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), keptMs);
}
