/** What `load` gives, asked for once: for a module that is there, `import` takes longer than many a rule. */
export function lazily<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load();
    return loading;
  };
}
