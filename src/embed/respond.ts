import type { Commands } from "./commands.ts";
import { type Ack, readMessage } from "./protocol.ts";

/**
 * Carries out what came from the host page.
 * @returns the one answer to it; undefined for what is no message of ours
 */
export async function respond(data: unknown, commands: Commands): Promise<Ack | undefined> {
  const reading = readMessage(data);
  if (!reading) return undefined;
  const { requestId } = reading;
  const answer = (ack: Ack): Ack => (requestId === undefined ? ack : { requestId, ...ack });
  if ("error" in reading) return answer({ ok: false, error: reading.error });
  const { command, payload } = reading;
  // The schema of this very command has checked the payload.
  const carryOut = commands[command] as ((payload: unknown) => unknown) | undefined;
  if (!carryOut) {
    const known = Object.keys(commands).join(", ");
    return answer({ ok: false, error: `${command}: this frame does not carry it out; it knows ${known}` });
  }
  try {
    const result = await carryOut(payload);
    return answer(result === undefined ? { ok: true } : { ok: true, result });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return answer({ ok: false, error: `${command}: ${message}` });
  }
}
