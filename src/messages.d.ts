/** The messages of a language that the first view does without; the build makes them out of the same file. */
declare module "*.json?later" {
  const messages: Readonly<Record<string, unknown>>;
  export default messages;
}
