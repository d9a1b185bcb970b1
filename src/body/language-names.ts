/** Names of programming languages, as highlighters spell them. Words that classes use for other things are not here. */
const names: ReadonlySet<string> = new Set(
  (
    'abap abnf actionscript actionscript3 ada ahk antlr apache apacheconf apex apl applescript arduino arm armasm ' +
    'as3 asciidoc asm asp aspnet aspx assembly autohotkey autoit awk bash bat batch bibtex bicep bnf brainfuck c ' +
    'c# c++ cc cfm cfml cfscript chapel clj clojure cmake cmd cobol coffee coffeescript coldfusion commonlisp ' +
    'console coq cpp crystal cs csh csharp css csv cuda cxx cypher cython dart delphi diff django docker ' +
    'dockerfile dos dts ebnf elisp elixir elm emacs-lisp erb erl erlang excel f# f90 fish forth fortran freebasic ' +
    'fs fsharp gams gawk gdscript gherkin glsl gnuplot go golang gradle graphql groovy haml handlebars haskell ' +
    'haxe hbs hcl hlsl hs html http idl idris ini ipython ipython3 irb java javafx javascript jinja jinja2 jl js ' +
    'json json5 jsonc jsonnet jsp jsx julia kotlin kql ksh kt latex ldif less lisp livescript llvm lua makefile ' +
    'markdown mathematica matlab maxima md mermaid mips mongodb mssql mysql nasm nginx nim nix nsis objc ' +
    'objective-c objectivec ocaml octave openscad pascal patch perl perl6 pgsql php pl plantuml plpgsql plsql ' +
    'postgres postgresql postscript powershell prolog promql properties proto protobuf ps1 pug puppet purescript ' +
    'py py3 pycon pyrex python python2 python3 r racket rails raku rb rbs rescript robotframework rockstar rs rst ' +
    'ruby rust sas sass scala scheme scilab scss sed sh shell shell-session shellsession smali smalltalk sml ' +
    'solidity sparql spss sql sqlite stata stylus svelte svg swift systemverilog tcl tcsh terraform tex thrift ' +
    'toml ts tsql tsx turtle twig typescript vala vb vb.net vba vbnet vbs vbscript verilog vhdl vim viml ' +
    'visualbasic vue wasm wat wolfram x86asm xhtml xml xpath xquery xslt yacc yaml yml zig zsh'
  ).split(' '),
);

/** Whether a class names a language. Example: `python`, `c++`; not `dark`, `source`, `copy-code`. */
export function isLanguageName(word: string): boolean {
  return names.has(word.toLowerCase());
}
