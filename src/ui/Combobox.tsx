import type ComboboxNavigation from "@github/combobox-nav";
import { type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";

/** Loaded when a field is entered, so that it is there before a list opens. */
const loadNavigation = () => import("@github/combobox-nav");

/** One row of the list under a search field. */
export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

/**
 * A search field with a list of matches, by keyboard and by pointer.
 * Choosing keeps the label in the field, or empties it with `clearOnChoose`.
 */
export function Combobox({
  label,
  hideLabel = false,
  value,
  placeholder,
  find,
  describeNone,
  listLabel,
  clearOnChoose = false,
  onFocus,
  onChoose,
  onClear,
  actions,
}: {
  readonly label: string;
  readonly hideLabel?: boolean;
  readonly value: string;
  readonly placeholder: string;
  readonly find: (text: string) => readonly Choice[];
  readonly describeNone: (text: string) => string;
  readonly listLabel: string;
  readonly clearOnChoose?: boolean;
  readonly onFocus?: () => void;
  readonly onChoose: (id: string) => void;
  readonly onClear?: () => void;
  readonly actions?: ReactNode;
}) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  /** What is being typed; absent while the field shows its value. */
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (clearOnChoose ? "" : value);
  const text = typed?.trim() ?? "";
  const choices = typed === undefined || (text === "" && !clearOnChoose) ? [] : find(text);
  const isOpen = choices.length > 0;
  const rows = choices.map((choice) => choice.id).join(" ");
  const navigation = useNavigation(input, list, isOpen, `${shown}\n${rows}`);
  const choose = (choice: Choice) => {
    setTyped(undefined);
    onChoose(choice.id);
  };

  return (
    <div className="combobox">
      <label htmlFor={id} className={hideLabel ? "visually-hidden" : undefined}>
        {label}
      </label>
      <div className="combobox-field">
        <input
          ref={input}
          id={id}
          role="combobox"
          aria-controls={`${id}-list`}
          aria-expanded={isOpen}
          aria-autocomplete="list"
          autoComplete="off"
          // An empty field stands as the page does: not every browser lets "auto" do so.
          dir={shown === "" ? undefined : "auto"}
          maxLength={200}
          spellCheck={false}
          placeholder={placeholder}
          value={shown}
          onFocus={(event) => {
            void loadNavigation();
            onFocus?.();
            event.currentTarget.select();
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            if (event.currentTarget.value === "") onClear?.();
          }}
          onKeyDown={({ key }) => {
            if (key === "Escape") setTyped(undefined);
            // Who types faster than the list's keys are loaded means the first row.
            if (key === "Enter" && choices[0] && !navigation.current) choose(choices[0]);
          }}
          onBlur={() => setTyped(undefined)}
        />
        {actions}
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        className="choices"
        role="listbox"
        aria-label={listLabel}
        hidden={!isOpen}
      >
        {choices.map((choice) => (
          // The keyboard is the input's; the pointer must not take the focus before the click lands.
          // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are not focused, the input points to them
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input hears the keys and clicks the option
          <div
            key={choice.id}
            role="option"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(choice)}
          >
            <bdi>{choice.label}</bdi>
            {choice.detail && <span className="detail">{choice.detail}</span>}
          </div>
        ))}
      </div>
      {text !== "" && choices.length === 0 && (
        <p className="none" role="status">
          {describeNone(text)}
        </p>
      )}
    </div>
  );
}

/** Arrow keys, Enter and input methods between the field and its list, as long as it is open. */
function useNavigation(
  input: RefObject<HTMLInputElement | null>,
  list: RefObject<HTMLDivElement | null>,
  isOpen: boolean,
  shown: string,
): RefObject<ComboboxNavigation | undefined> {
  const navigation = useRef<ComboboxNavigation>(undefined);
  useEffect(() => {
    if (!isOpen) return;
    let closed = false;
    void loadNavigation().then(({ default: Navigation }) => {
      if (closed || !input.current || !list.current) return;
      navigation.current = new Navigation(input.current, list.current, {
        firstOptionSelectionMode: "active",
        tabInsertsSuggestions: false,
      });
      navigation.current.start();
    });
    return () => {
      closed = true;
      navigation.current?.stop();
      navigation.current = undefined;
    };
  }, [input, list, isOpen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first row is marked anew after each letter, which takes the mark away, and when other rows are shown
  useEffect(() => navigation.current?.resetSelection(), [shown]);
  return navigation;
}
