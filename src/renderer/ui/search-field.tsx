import { TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';

const TYPING_PAUSE_MS = 250;

interface SearchFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly label: string;
  readonly placeholder: string;
  readonly className?: string | undefined;
}

/** A search that tells after a pause in typing. */
export function SearchField({ value, onChange, label, placeholder, className }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [told, setTold] = useState(value);
  const tell = useDebouncedCallback((words: string) => {
    setTold(words);
    onChange(words);
  }, TYPING_PAUSE_MS);
  // "Clear" and links change the address without the field; its own change must not overtake the typing.
  if (seen !== value) {
    setSeen(value);
    if (value !== told) setText(value);
  }
  return (
    <TextInput
      className={className}
      type="search"
      size="sm"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={15} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        tell(event.currentTarget.value);
      }}
    />
  );
}
