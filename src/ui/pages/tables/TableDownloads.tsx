import { fetchOnce } from "../../../data/load.ts";
import { type FileFormat, fileFormats, fileForms, mapFormats } from "../../../export/exports.ts";
import { hasPlace, type Table } from "../../../export/table.ts";
import type { Source } from "../../../model/network.ts";
import { useTranslator } from "../../context.ts";
import { useSaving } from "../../useSaving.tsx";

/** Saves the rows in sight in every form, and says how many a form for maps leaves out. */
export function TableDownloads({ name, table }: { readonly name: string; readonly table: Table }) {
  const say = useTranslator();
  const { give, report } = useSaving();
  const placed = table.rows.filter(hasPlace);
  const isEmpty = (format: FileFormat) => mapFormats.includes(format) && placed.length === 0;
  const make = async (format: FileFormat) => {
    const isSourced = mapFormats.includes(format) && placed.some(({ sources }) => sources !== undefined);
    const [{ tableFile }, sources] = await Promise.all([
      import("../../../export/tableFiles.ts"),
      isSourced ? fetchOnce<readonly Source[]>("sources.json") : [],
    ]);
    return new Blob([tableFile(format, table, { say, sources })], { type: fileForms[format].type });
  };
  return (
    <div className="table-downloads">
      <fieldset className="buttons">
        <legend>{say.t("table.save")}</legend>
        {fileFormats.map((format) => (
          <button
            key={format}
            type="button"
            disabled={isEmpty(format)}
            onClick={() => void give(`${name}.${format}`, () => make(format))}
          >
            {fileForms[format].name}
          </button>
        ))}
      </fieldset>
      {placed.length < table.rows.length && (
        <p className="hint" data-placeless>
          {say.t("table.placeless", { count: table.rows.length - placed.length })}
        </p>
      )}
      {report}
    </div>
  );
}
