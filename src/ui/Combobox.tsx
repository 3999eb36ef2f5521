import { useCombobox } from "downshift";
import { type ReactNode, useId, useState } from "react";

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
  hideLabel,
  value,
  placeholder,
  find,
  describeNone,
  listLabel,
  clearOnChoose,
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
  const [text, setText] = useState(value);
  const [shownValue, setShownValue] = useState(value);
  const [searching, setSearching] = useState(false);
  if (value !== shownValue) {
    setShownValue(value);
    setText(value);
  }
  const choices = searching ? find(text) : [];
  const id = useId();
  const { isOpen, getLabelProps, getInputProps, getMenuProps, getItemProps, highlightedIndex } =
    useCombobox<Choice>({
      id,
      items: [...choices],
      inputValue: text,
      selectedItem: null,
      defaultHighlightedIndex: 0,
      itemToString: (choice) => choice?.label ?? "",
      onInputValueChange: ({ inputValue, type }) => {
        if (type !== useCombobox.stateChangeTypes.InputChange) return;
        setSearching(true);
        setText(inputValue);
        if (inputValue === "") onClear?.();
      },
      onSelectedItemChange: ({ selectedItem }) => {
        if (!selectedItem) return;
        setSearching(false);
        setText(clearOnChoose ? "" : value);
        onChoose(selectedItem.id);
      },
    });
  const close = () => {
    setSearching(false);
    setText(clearOnChoose ? "" : value);
  };
  const { id: labelId, htmlFor } = getLabelProps();
  const none = searching && text.trim() !== "" && choices.length === 0;

  return (
    <div className="combobox">
      <label id={labelId} htmlFor={htmlFor} className={hideLabel ? "visually-hidden" : undefined}>
        {label}
      </label>
      <div className="combobox-field">
        <input
          {...getInputProps({
            onBlur: close,
            onFocus: (event) => {
              onFocus?.();
              event.currentTarget.select();
            },
          })}
          placeholder={placeholder}
          dir="auto"
          maxLength={200}
          spellCheck={false}
        />
        {actions}
      </div>
      <ul {...getMenuProps({ "aria-label": listLabel })} hidden={!isOpen || !searching}>
        {isOpen &&
          choices.map((choice, index) => (
            <li
              key={choice.id}
              {...getItemProps({ item: choice, index })}
              className={index === highlightedIndex ? "active" : undefined}
            >
              <bdi>{choice.label}</bdi>
              {choice.detail && <span className="detail">{choice.detail}</span>}
            </li>
          ))}
        {none && <li className="none">{describeNone(text.trim())}</li>}
      </ul>
    </div>
  );
}
