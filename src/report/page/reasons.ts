/** The stable words of `triage` as a person reads them. */
const words: Readonly<Record<string, string>> = {
  'removed-much': 'much of its text went',
  'empty-body': 'no text is left',
  'only-images': 'only images are left',
  'guessed-encoding': 'its encoding was guessed',
  'invalid-date': 'its date cannot be read',
};

export function reasonText(reason: string): string {
  return words[reason] ?? reason;
}
