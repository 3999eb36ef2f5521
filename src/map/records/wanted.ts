import { defaultLayers, type View } from "../../model/view.ts";

/** Whether a view shows something that only the records know. */
export function wantsRecords({
  layers,
  mineral,
  filter,
}: Pick<View, "layers" | "mineral" | "filter">): boolean {
  const hasMore = layers.some((id) => !defaultLayers.includes(id));
  return hasMore || mineral !== undefined || Object.keys(filter).length > 0;
}
