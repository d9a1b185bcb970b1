/**
 * `--where`: a condition on front matter, read and never run.
 *
 *   condition  = all ("or" all)*
 *   all        = one ("and" one)*
 *   one        = "not" one | "(" condition ")" | name [operator value]
 *   operator   = "=" | "==" | "!=" | "<" | "<=" | ">" | ">=" | "has"
 */
import { UsageError } from '../../errors.js';

export type Operator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'has';

export type Condition =
  | { kind: 'and'; parts: Condition[] }
  | { kind: 'or'; parts: Condition[] }
  | { kind: 'not'; part: Condition }
  /** Null asks whether there is such a value, and none that says no. */
  | { kind: 'test'; name: string; operator: Operator | null; value: string };

interface Token {
  kind: 'word' | 'quoted' | 'operator' | '(' | ')' | 'end';
  text: string;
  /** From 1. */
  column: number;
}

const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*"|'[^']*')|(==|!=|<=|>=|[=<>])|([()])|([^\s()=<>!"']+)|$)/y; // draft != true
const WORDS: ReadonlySet<string> = new Set(['and', 'or', 'not', 'has']);
const NAME = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const OPERATORS = '=, !=, <, <=, >, >= or has';

/** Parentheses and `not` in one another: nobody writes so many, and a stack has an end. */
const DEEPEST = 50;

/**
 * Reads a condition.
 * @throws {UsageError} with the column of the mistake
 */
export function parseWhere(text: string): Condition {
  return new Reader(text).read();
}

class Reader {
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;

  constructor(private readonly text: string) {
    this.tokens = this.split();
  }

  read(): Condition {
    const condition = this.any();
    const { kind, text, column } = this.next;
    if (kind === ')') throw this.wrong(column, 'this ) closes nothing', 'remove it, or open one before');
    if (kind !== 'end')
      throw this.wrong(column, `"${text}" stands behind a whole condition`, 'put and or or before it');
    return condition;
  }

  private any(): Condition {
    return this.joined('or', () => this.joined('and', () => this.one()));
  }

  private joined(kind: 'and' | 'or', read: () => Condition): Condition {
    const parts = [read()];
    while (this.isWord(kind)) {
      this.at++;
      parts.push(read());
    }
    return parts.length === 1 ? (parts[0] as Condition) : { kind, parts };
  }

  private one(): Condition {
    const { kind, text, column } = this.next;
    if (++this.depth > DEEPEST) throw this.wrong(column, 'the condition is nested too deep', 'write it flatter');
    try {
      if (this.isWord('not')) {
        this.at++;
        return { kind: 'not', part: this.one() };
      }
      if (kind === '(') {
        this.at++;
        const inside = this.any();
        if (this.next.kind !== ')') throw this.wrong(column, 'this ( is never closed', 'add the )');
        this.at++;
        return inside;
      }
    } finally {
      this.depth--;
    }
    if (kind !== 'word' || WORDS.has(text) || !NAME.test(text)) {
      const found = kind === 'end' ? 'the condition ends' : `"${text}" stands`;
      throw this.wrong(column, `${found} where a name is wanted`, 'write a key of the front matter, such as draft');
    }
    this.at++;
    return this.test(text);
  }

  private test(name: string): Condition {
    const { kind, text } = this.next;
    if (kind !== 'operator' && !this.isWord('has')) return { kind: 'test', name, operator: null, value: '' };
    this.at++;
    const operator = (text === '==' ? '=' : text) as Operator;
    const value = this.next;
    if (value.kind !== 'quoted' && (value.kind !== 'word' || WORDS.has(value.text))) {
      throw this.wrong(value.column, `a value is wanted behind ${text}`, 'quote one that is and, or, not or has');
    }
    this.at++;
    return { kind: 'test', name, operator, value: value.text };
  }

  private get next(): Token {
    return this.tokens[this.at] as Token;
  }

  private isWord(word: string): boolean {
    return this.next.kind === 'word' && this.next.text === word;
  }

  private split(): Token[] {
    const tokens: Token[] = [];
    TOKEN.lastIndex = 0;
    while (true) {
      const start = TOKEN.lastIndex;
      const found = TOKEN.exec(this.text);
      if (!found) throw this.unreadable(start);
      const [all, quoted, operator, parenthesis, word] = found;
      const piece = quoted ?? operator ?? parenthesis ?? word;
      const column = start + all.length - (piece?.length ?? 0) + 1;
      if (piece === undefined) {
        tokens.push({ kind: 'end', text: '', column });
        return tokens;
      }
      if (quoted) tokens.push({ kind: 'quoted', text: unquoted(quoted), column });
      else if (operator) tokens.push({ kind: 'operator', text: operator, column });
      else if (parenthesis) tokens.push({ kind: parenthesis as '(' | ')', text: parenthesis, column });
      else tokens.push({ kind: 'word', text: piece, column });
    }
  }

  private unreadable(start: number): UsageError {
    const at = start + this.text.slice(start).search(/\S/);
    const sign = this.text[at] ?? '';
    if (sign === '"' || sign === "'") return this.wrong(at + 1, 'this quote is never closed', `add the ${sign}`);
    return this.wrong(at + 1, `"${sign}" is no operator`, `use ${OPERATORS}`);
  }

  private wrong(column: number, what: string, hint: string): UsageError {
    return new UsageError(`"${this.text}", column ${column}: ${what}`, hint);
  }
}

function unquoted(text: string): string {
  const inside = text.slice(1, -1);
  return text.startsWith('"') ? inside.replace(/\\(.)/g, '$1') : inside;
}
