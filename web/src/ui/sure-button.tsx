/** A button for what cannot be taken back: the first press asks, another one does it. */
import { useState } from 'react';

interface SureButtonProps {
  says: string;
  asks: string;
  act: () => void;
  disabled?: boolean;
  className?: string;
}

export function SureButton({ says, asks, act, ...rest }: SureButtonProps) {
  const [sure, setSure] = useState(false);
  return (
    <button
      type="button"
      {...rest}
      onBlur={() => setSure(false)}
      onClick={({ detail }) => {
        if (!sure) setSure(true);
        // The second half of a double click saw no question.
        else if (detail < 2) act();
      }}
    >
      {sure ? asks : says}
    </button>
  );
}
