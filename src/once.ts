/**
 * A part of the program that is loaded when it is first needed. For parts that many articles need: `import` itself goes
 * through Node's whole loader each time, which costs as much as a short article.
 */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    loading ??= load();
    return loading;
  };
}
