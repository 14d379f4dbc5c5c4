import { html } from 'htm/preact';
import type { PageOptionValue } from '../../page-types.ts';

interface FileFieldProps {
  readonly name: string;
  readonly text: string;
  readonly onAnswer: (text: string, picked?: PageOptionValue) => void;
  readonly onFocus: () => void;
}

/** An option that is a file. */
export function FileField({ name, text, onAnswer, onFocus }: FileFieldProps) {
  const onChange = async (event: Event) => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (file === undefined) return;
    const base64 = await toBase64(file);
    const contentType = file.type === '' ? {} : { contentType: file.type };
    onAnswer(file.name, { filename: file.name, base64, ...contentType });
  };
  return html`<span class="file-option">
    <input type="file" data-field=${name} onChange=${onChange} onFocus=${onFocus} />
    ${text === '' ? 'Choose a file' : text}
  </span>`;
}

function toBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^.*,/, '')));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
