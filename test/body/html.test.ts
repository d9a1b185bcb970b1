import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHtml } from '../../src/body/html.js';
import { following, type Node } from '../../src/body/tree.js';

/** `p(b("x") br)`: the shape of a tree in one line. */
function shape(node: Node): string {
  const parts: string[] = [];
  for (let child = node.first; child; child = child.next) {
    if (child.type === 3) parts.push(JSON.stringify(child.data));
    else parts.push(child.first ? `${child.name}(${shape(child)})` : child.name);
  }
  return parts.join(' ');
}

const shapes: [html: string, expected: string][] = [
  ['<p>a &amp; b<br>c', 'p("a & b" br "c")'],
  ['<p>a<p>b', 'p("a") p("b")'],
  ['<table><tr><td><p>a<tr><td>b</table>', 'table(tr(td(p("a"))) tr(td("b")))'],
  ['<table><tr><td><b>a<td>c</table>', 'table(tr(td(b("a")) td("c")))'],
  ['<table><form><tr><td>a</form><td>b</table>', 'table(form tr(td("a") td("b")))'],
  ['<table><p>a<b>b<td>c</table>', 'table(p("a" b("b")) td("c"))'],
  ['<table><colgroup>a<col><tr><td>b</table>', 'table(colgroup "a" col tr(td("b")))'],
  ['<ul><li>a<div>x<li>b</ul>', 'ul(li("a" div("x")) li("b"))'],
  ['<ul><li>a<ul><li>b<li>c</ul><li>d</ul>', 'ul(li("a" ul(li("b") li("c"))) li("d"))'],
  ['<dl><dt>a<dd><div>b<dt>c</dl>', 'dl(dt("a") dd(div("b")) dt("c"))'],
  ['<h1>a</h2>b', 'h1("a") "b"'],
  ['<div>a</p>b</div>', 'div("a" p "b")'],
  ['<div><p>a</p></p>b</div>', 'div(p("a") "b")'],
  ['<table><tr><td>a</p>b', 'table(tr(td("a" p "b")))'],
  ['<head><title>t</title><div>a</div>', 'head(title("t")) div("a")'],
  ['<head> <meta> text', 'head(" " meta) " text"'],
  ['<p>the <head> of a page</p>', 'p("the " head " of a page")'],
  ['a<![CDATA[ b <i>c</i> ]]> d', '"a" #comment "c" " ]]> d"'],
  ['<svg><text><![CDATA[ b <i>c ]]></text></svg>', 'svg(text(" b <i>c "))'],
  ['<svg><foreignObject><p>a<p>b<![CDATA[c>d', 'svg(foreignobject(p("a") p("b" #comment "d")))'],
  ['<svg><path><p>a', 'svg(path) p("a")'],
  ['<math><mtext><b>a</b></mtext><mi>b</math>', 'math(mtext(b("a")) mi("b"))'],
  ['<svg><title>a<b>b</title></svg>', 'svg(title("a" b("b")))'],
  ['<video src="a" /><p>b', 'video p("b")'],
  ['<iframe src="a" /><p>b', 'iframe p("b")'],
  ['<iframe src="a"></iframe><p>b', 'iframe p("b")'],
  ['<svg/>a', 'svg "a"'],
  ['<b><div>a</b>b</div>c', 'b(div("a")) div("b") "c"'],
  ['<font><h2></font>a</h2>b', 'font(h2) h2("a") "b"'],
  ['<a href=x><p><i>a</a>b</i></p>c', 'a(p(i("a"))) p(i("b")) "c"'],
  ['<small><figure>a</small>b</figure>c', 'small(figure("a")) figure("b") "c"'],
  ['<video><h3></video>a</h3>b', 'video(h3) h3("a") "b"'],
  ['<span><div>a</span>b</div>c', 'span(div("a" "b") "c")'],
  ['<svg><g></br>a', 'svg(g) br "a"'],
  ['<li><foreignObject>a</li>b', 'li(foreignobject("a")) "b"'],
  ['<h1><caption>a</h1>b', 'h1(caption("a")) "b"'],
  ['<button>a<button>b', 'button("a") button("b")'],
  ['<table><tr><td>a</div>b</td></tr></table>', 'table(tr(td("a" "b")))'],
  ['a</br>b', '"a" br "b"'],
  ['a <!-- x --> b', '"a " #comment " b"'],
  ['<中文>', '"<中文>"'],
  ['a<div id="x"\n*hi*', '"a" #comment'],
  ['abc <b', '"abc <b"'],
  ['<a href=1><b>x<a href=2>y</a>z', 'a(b("x")) b(a("y") "z")'],
  ['<a href=1><div><a href=2>y</a></div>z', 'a(div) div(a("y")) "z"'],
  ['<svg><g/><path d="m"/></svg>x', 'svg(g path) "x"'],
];
for (const [html, expected] of shapes) {
  test(`parses ${html}`, () => assert.equal(shape(parseHtml(html).root), expected));
}

test('every node says where it stands in the input', () => {
  const html = '<div>one &lt; <em class="x">two</em> <!-- c --> <img src=a.png></div>';
  const { root } = parseHtml(`${html}`, 0);
  const em = root.first?.first?.next as Node;
  assert.equal(html.slice(em.start, em.end), '<em class="x">two</em>');
  assert.equal(html.slice(em.openEnd, em.closeStart), 'two');
  for (let node = root.first; node; node = following(node, root)) {
    assert.ok(
      node.start >= 0 && node.end <= html.length && node.start < node.end,
      `${node.name} ${node.start} ${node.end}`,
    );
  }
});

test('what end tags cross goes on behind them, and the tree grows no faster than the input', () => {
  assert.equal(shape(parseHtml('<b>a<i>b</b>c</i>').root), shape(parseHtml('<b>a<i>b</i></b><i>c</i>').root));
  const nodesOf = (times: number): number => {
    let count = 0;
    const { root } = parseHtml('<b>'.repeat(times) + '<i>a'.repeat(times) + '</b>b'.repeat(times));
    for (let node = root.first; node; node = following(node, root)) count++;
    return count;
  };
  assert.ok(nodesOf(400) < 2.2 * nodesOf(200), `${nodesOf(200)}, ${nodesOf(400)}`);
});

test('100,000 nested elements of any kind parse in one go', () => {
  for (const tag of ['<div>', '<b>', '<b id=i><p>', '<p><font><i>', '<table><tr><td>', '<ul><li>', '<svg>', '<a>']) {
    const { root } = parseHtml(`${tag.repeat(100_000)}word`);
    let last = root;
    for (let node = root.first; node; node = following(node, root)) last = node;
    assert.equal(last.data, 'word', tag);
  }
});
