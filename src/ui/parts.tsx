import { type ReactNode, useState } from "react";

/** A button that shows an icon only; its label is read aloud and shown on hover. */
export function IconButton({
  label,
  onClick,
  pressed,
  children,
}: {
  readonly label: string;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={label}
      onClick={onClick}
      {...(pressed === undefined ? {} : { "aria-pressed": pressed })}
    >
      {children}
    </button>
  );
}

/** Words in a row, each with a button that takes it away. */
export function ChipList({
  chips,
}: {
  readonly chips: readonly {
    readonly label: string;
    readonly removeLabel: string;
    readonly onRemove: () => void;
  }[];
}) {
  return (
    <ul className="chips">
      {chips.map(({ label, removeLabel, onRemove }, index) => (
        <li key={`${index}-${label}`}>
          <span className="chip">
            <bdi>{label}</bdi>
            <button type="button" aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
              ×
            </button>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** One choice out of a few, as a row of segments. */
export function Segments<T extends string>({
  legend,
  name,
  options,
  value,
  onChange,
}: {
  readonly legend: string;
  readonly name: string;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) {
  return (
    <fieldset className="segments">
      <legend>{legend}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** A part of the panel that opens and closes; what is in it is made when it is first opened. */
export function Disclosure({
  title,
  open = false,
  children,
}: {
  readonly title: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}) {
  const [opened, setOpened] = useState(open);
  return (
    <details
      className="disclosure"
      open={open}
      onToggle={(event) => event.currentTarget.open && setOpened(true)}
    >
      <summary>{title}</summary>
      {(opened || open) && children}
    </details>
  );
}
