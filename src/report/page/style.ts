/**
 * How the page looks: ink on paper and one red pencil. `light-dark()` follows the reader's system until the reader
 * chooses; that choice, the tabs and the folds are plain form controls, so that they work without the script.
 */
import { screens } from './style/screens.js';

export const style = `
:root{color-scheme:light dark;
--paper:light-dark(#faf8f4,#161513);--sheet:light-dark(#fff,#1f1d1a);--ink:light-dark(#1f1c18,#ebe7df);
--soft:light-dark(#625c53,#aaa397);--line:light-dark(#e6e0d5,#36322c);--stone:light-dark(#c9c1b2,#57514a);
--red:light-dark(#b3261e,#ff8e7c);--wash:light-dark(#fbe9e5,#3b211c);--struck:light-dark(#7c2720,#ffb9ac);
--sans:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","PingFang SC","Hiragino Sans","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
--serif:"Iowan Old Style",Charter,"Source Serif 4","Noto Serif","Palatino Linotype",Georgia,"Songti SC","Noto Serif CJK SC",serif;
--mono:ui-monospace,"SF Mono","Cascadia Mono","Noto Sans Mono","DejaVu Sans Mono",monospace}
:root:has(#light:checked){color-scheme:light}
:root:has(#dark:checked){color-scheme:dark}
*{box-sizing:border-box}
html{scroll-padding-top:1.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.6 var(--sans);overflow-wrap:anywhere;text-autospace:normal}
main{max-width:80rem;margin:0 auto;padding:clamp(1.25rem,4vw,4rem) clamp(1rem,4vw,3rem) 6rem}
h1,h2,h3,h4,h5,h6,p,ul,ol,dl,dd,fieldset,legend,pre{margin:0;padding:0}
ul,ol{list-style:none}
fieldset{border:0;min-width:0}
h1{font:500 clamp(1.9rem,4.5vw,3rem)/1.15 var(--serif);letter-spacing:-.015em;text-wrap:balance}
h2{font:500 1.5rem/1.3 var(--serif);letter-spacing:-.01em}
section[aria-labelledby]{margin-top:4.5rem}
a{color:inherit;text-decoration-color:var(--stone);text-underline-offset:.2em}
a:hover{color:var(--red);text-decoration-color:currentColor}
:focus-visible{outline:2px solid var(--red);outline-offset:2px;border-radius:3px}
.quiet{color:var(--soft);font-size:.9rem;margin-top:.4rem}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:1rem;background:var(--sheet);padding:.5rem 1rem;z-index:2}
kbd{font:.8em var(--mono);border:1px solid var(--line);border-bottom-width:2px;border-radius:4px;padding:.05em .4em;background:var(--sheet)}
.keys,.ticks{display:none}
.js .keys,.js .ticks{display:inline}
.top{display:flex;flex-wrap:wrap;gap:1rem 2rem;align-items:center;justify-content:space-between;margin-bottom:clamp(2rem,5vw,3.5rem)}
.theme{display:flex}
.theme legend,.tabs legend,.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.theme,.tabs{background:light-dark(#efebe3,#26231f);border-radius:8px;padding:3px}
.theme label,.tabs label{position:relative;cursor:pointer;flex:1;text-align:center}
.theme input,.tabs input{position:absolute;inset:0;opacity:0;margin:0;cursor:pointer}
.theme span,.tabs span{display:block;white-space:nowrap;padding:.25rem .8rem;border-radius:6px;font-size:.85rem;color:var(--soft)}
.theme input:checked+span,.tabs input:checked+span{background:light-dark(#fff,#443f38);color:var(--ink);box-shadow:0 1px 2px #0002}
.theme input:focus-visible+span,.tabs input:focus-visible+span{outline:2px solid var(--red)}
.figures dl{display:flex;flex-wrap:wrap;gap:1.5rem clamp(1.5rem,3.5vw,3.5rem)}
.figures dl div{display:flex;flex-direction:column-reverse;justify-content:flex-end}
.figures dd{white-space:nowrap;font:500 clamp(1.45rem,2.6vw,2.2rem)/1.1 var(--serif);font-variant-numeric:lining-nums tabular-nums;letter-spacing:-.02em}
.figures dt{color:var(--soft);font-size:.88rem;margin-top:.3rem}
.whole{display:flex;justify-content:flex-end;height:12px;border-radius:6px;background:var(--stone);overflow:hidden;margin-top:2rem}
.whole i{width:calc(var(--w)*1%);min-width:3px;background:var(--red);border-left:2px solid var(--paper)}
.legend{display:flex;justify-content:space-between;font-size:.85rem;color:var(--soft);margin-top:.5rem;font-variant-numeric:tabular-nums}
.legend span+span{color:var(--red)}
.charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.5rem;margin-top:1.5rem}
.looks{align-items:start}
.figures+.charts{margin-top:3rem}
.card{background:var(--sheet);border:1px solid var(--line);border-radius:14px;padding:1.5rem clamp(1.1rem,2.5vw,1.75rem);min-width:0}
.made{display:flex;flex-wrap:wrap;gap:.2rem 1.6rem;margin:-1.6rem 0 2.4rem;font-size:.85rem;color:var(--soft)}
.made div{display:flex;gap:.4rem;min-width:0}
.made dt{white-space:nowrap}
.made+.quiet{margin:-1.4rem 0 2.4rem}
.made dd{color:var(--ink);overflow-wrap:anywhere}
h3{font:500 1.2rem/1.3 var(--serif);margin-top:2.2rem}
.groups{margin-top:1rem;border-bottom:1px solid var(--line)}
.groups>li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 1rem;align-items:start;border-top:1px solid var(--line);font-size:.92rem}
.groups summary{display:grid;grid-template-columns:minmax(0,11rem) minmax(0,1fr) auto;gap:.2rem 1rem;align-items:baseline;padding:.5rem .6rem;cursor:pointer;list-style:none;border-radius:6px}
.groups summary:hover{background:var(--sheet)}
.groups summary>span{color:var(--soft);font-variant-numeric:tabular-nums;text-align:right}
.groups q{quotes:none;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.groups details[open] q{white-space:normal}
.groups summary i{color:var(--soft)}
.groups .rule{max-width:100%;overflow:hidden;text-overflow:ellipsis}
.groups ul{padding:0 .6rem .8rem;color:var(--soft);font-size:.86rem}
.groups ul li{padding:.15rem 0}
.groups ul span{color:var(--ink);margin-right:.4rem}
.groups .note{color:var(--ink)}
.keep{display:none;gap:.4rem;align-items:center;padding:.5rem .2rem;min-width:6.2rem;font-size:.85rem;color:var(--soft);white-space:nowrap;cursor:pointer}
.js .keep{display:flex}
.fold>summary{cursor:pointer;margin-top:1rem;width:fit-content}
#config{position:sticky;bottom:0;background:var(--sheet);border:1px solid var(--stone);border-radius:14px;padding:1rem 1.4rem 1.2rem;margin-top:1.5rem;box-shadow:0 -8px 30px #0001}
#config[hidden]{display:none}
#config h3{margin-top:0}
#config pre{font:.86rem/1.6 var(--mono);white-space:pre-wrap;margin:.7rem 0;max-height:14rem;overflow:auto}
.far{all:unset;cursor:pointer;font-weight:500;border-radius:3px}
.far:hover{text-decoration:underline}
.far:focus-visible{outline:2px solid var(--red);outline-offset:2px}
.how{font-size:.85rem;color:var(--soft);padding:.3rem 0}
code{font:.9em var(--mono)}
.card h2{font-size:1.15rem;margin-bottom:1.1rem}
.bars a{display:grid;grid-template-columns:minmax(0,11.5rem) 1fr 3.4rem;gap:.9rem;align-items:center;padding:.2rem .4rem;margin:0 -.4rem;text-decoration:none;font-size:.9rem;border-radius:6px}
.bars a:hover,.bars a[aria-pressed=true]{background:var(--wash);color:inherit}
.bars span{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.bars i{height:10px;width:calc(var(--w)*1%);min-width:2px;background:var(--red);border-radius:0 5px 5px 0}
.bars b,.columns b{font-weight:500;text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
.shares{display:flex;flex-direction:column}
.columns{display:grid;grid-template-columns:repeat(6,1fr);gap:clamp(.3rem,1vw,.8rem);flex:1;min-height:17rem;max-height:30rem}
.columns li{display:flex;flex-direction:column;justify-content:flex-end;text-align:center;font-size:.8rem;min-width:0}
.columns i{height:calc(var(--h)*.72%);min-height:2px;background:var(--red);border-radius:5px 5px 0 0;margin-top:.25rem}
.columns b{text-align:center}
.columns span{height:2.8rem;padding-top:.45rem;line-height:1.25;border-top:1px solid var(--line);color:var(--soft);overflow-wrap:normal}
.silent{margin-top:1rem;font-size:.9rem;color:var(--soft)}
.silent summary{cursor:pointer;width:fit-content}
.silent ul{display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;margin-top:.5rem}
.silent b{font-weight:500;color:var(--ink);font-variant-numeric:tabular-nums}
.look li{display:flex;flex-wrap:wrap;gap:.1rem 1rem;justify-content:space-between;padding:.5rem 0;border-top:1px solid var(--line);font-size:.92rem}
.look li:first-child{border-top:0;padding-top:0}
.look li span{color:var(--soft)}
.look b{font-weight:500}
#filters{display:flex;flex-wrap:wrap;gap:.9rem 1rem;align-items:end;margin:1.4rem 0 .8rem}
#filters[hidden]{display:none}
#filters label{font-size:.82rem;color:var(--soft);display:grid;gap:.25rem;min-width:0}
#filters .find{flex:1 1 11rem}
#filters .check{display:flex;align-items:center;gap:.5rem;min-height:2.5rem;color:var(--ink);font-size:.92rem}
input[type=search],select,button{font:inherit;font-size:.95rem;color:var(--ink);background:var(--sheet);border:1px solid light-dark(#8f877a,#7a7369);border-radius:8px;padding:.45rem .7rem;min-height:2.5rem;max-width:100%}
select{max-width:10.8rem}
input[type=checkbox]{width:1.1rem;height:1.1rem;accent-color:var(--red)}
button{cursor:pointer}
button:hover{border-color:var(--red);color:var(--red)}
#all table{width:100%;border-collapse:collapse;margin-top:.6rem;font-size:.92rem;table-layout:fixed}
#all thead th{position:sticky;top:0;background:var(--paper);z-index:1;font-weight:500;font-size:.82rem;color:var(--soft);text-align:left;vertical-align:bottom;padding:.5rem .6rem;box-shadow:0 1px var(--line);width:8rem}
#all thead th:first-child{width:auto}
#all thead th button{all:unset;cursor:pointer;border-radius:3px}
#all thead th button:hover{color:var(--red)}
#all thead th button:focus-visible{outline:2px solid var(--red);outline-offset:3px}
#all thead [aria-sort=ascending] button::after{content:" ↑"}
#all thead [aria-sort=descending] button::after{content:" ↓"}
#all thead .n,#rows td{text-align:right}
#rows th,#rows td{padding:.65rem .6rem;border-top:1px solid var(--line);vertical-align:top;font-weight:400;font-variant-numeric:tabular-nums}
#rows th{text-align:left}
#rows th a,#rows th b{font-weight:500}
#rows th a{text-decoration:none}
#rows th a:hover{text-decoration:underline}
#rows tr:hover{background:var(--sheet)}
#rows small,.path{display:block;color:var(--soft);font-size:.82rem}
#rows td i{display:block;height:4px;margin-top:.45rem;border-radius:2px;background:linear-gradient(to left,var(--red) calc(var(--w)*1%),var(--line) 0)}
#rows td:last-child{color:var(--red)}
.loading #rows tr:nth-child(n+101){display:none}
#more{margin-top:1rem;text-align:center}
#panels{margin-top:1.4rem;border-bottom:1px solid var(--line)}
.panel{border-top:1px solid var(--line)}
.panel>details>summary{display:grid;grid-template-columns:1fr auto;gap:0 1.5rem;padding:.9rem .6rem .9rem 1.6rem;cursor:pointer;list-style:none;position:relative;border-radius:8px}
.panel>details>summary::-webkit-details-marker{display:none}
.panel>details>summary::before{content:"";position:absolute;left:.45rem;top:1.5rem;width:.42rem;height:.42rem;border:solid var(--soft);border-width:0 1.5px 1.5px 0;transform:rotate(-45deg)}
.panel>details[open]>summary::before{transform:rotate(45deg)}
.panel>details>summary:focus-visible{outline-offset:-2px}
.panel>details>summary:hover{background:var(--sheet)}
.panel h3{font-weight:500;font-size:1rem;line-height:1.5;margin:0}
.panel>details[open]>summary h3{font:500 1.35rem/1.35 var(--serif)}
.path{grid-column:1}
.nums{grid-column:2;grid-row:1/3;display:flex;flex-wrap:wrap;gap:0 1rem;align-content:center;justify-content:end;font-size:.88rem;color:var(--soft);font-variant-numeric:tabular-nums}
.nums b{font-weight:500;color:var(--ink)}
.warn{color:var(--red)}
.open{padding:.4rem 0 2.5rem;scroll-margin-top:6rem}
.notes{background:var(--wash);border-radius:10px;padding:.8rem 1.1rem;margin-bottom:1rem;font-size:.9rem;display:grid;gap:.3rem}
.notes b{font-weight:600;color:var(--red);margin-right:.5rem}
.went{margin-bottom:1rem;font-size:.9rem}
.went.none{padding:.3rem .6rem}
.went summary{cursor:pointer;padding:.3rem .6rem;width:fit-content;max-width:100%;border-radius:6px}
.beside{color:var(--soft)}
.went ol{max-height:15rem;overflow:auto;margin:.4rem 0 0;padding:3px}
.went a{display:grid;grid-template-columns:minmax(0,11rem) minmax(0,1fr) auto;gap:1rem;align-items:baseline;padding:.3rem .6rem;text-decoration:none;border-radius:6px}
.went a:hover{background:var(--wash);color:inherit}
.went q{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;quotes:none}
.went i,.went a span,.went p{color:var(--soft)}
.went p{padding:.3rem .6rem}
.rule{display:inline-block;font:500 .74rem/1.5 var(--mono);font-style:normal;color:var(--red);background:var(--sheet);border:1px solid light-dark(#e3b4ae,#744338);border-radius:5px;padding:0 .4em;text-decoration:none;white-space:nowrap;vertical-align:.08em;justify-self:start}
.went .rule{max-width:100%;overflow:hidden;text-overflow:ellipsis}
.sides{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1.25rem}
.sides>section{display:flex;flex-direction:column;min-width:0}
.bar{display:flex;align-items:center;justify-content:space-between;min-height:2.4rem;margin-bottom:.6rem;font-size:.85rem;gap:1rem}
.bar h4{font-weight:600;font-size:.95rem;padding-left:.2rem}
.key{color:var(--soft)}
.tabs{justify-content:stretch}
.view{flex:1;background:var(--sheet);border:1px solid var(--line);border-radius:14px;padding:1.6rem clamp(1rem,2.2vw,2rem);height:min(78vh,54rem);min-height:20rem;overflow:auto;line-height:1.75;font-size:.98rem;line-break:strict;overscroll-behavior:auto}
.after:has(label:nth-of-type(1) :checked) .view:not(.result),.after:has(label:nth-of-type(2) :checked) .view:not(.markdown),.after:has(label:nth-of-type(3) :checked) .view:not(.metadata){display:none}
.view>div>*+*,.metadata>*+*{margin-top:.85em}
.source .h{font-weight:600;font-size:1.1em;margin-top:1.4em}
.source .li{padding-left:1.2em;text-indent:-1em}
.source .li::before{content:"–";display:inline-block;width:1em;text-indent:0;color:var(--soft)}
.source .li+.li,.source .row+.row{margin-top:.25em}
.source .quote{padding-left:1em;border-left:3px solid var(--line)}
.source .pre{white-space:pre-wrap;font:.86em/1.65 var(--mono)}
del{background:var(--wash);color:var(--struck);text-decoration:line-through 1px var(--red);border-radius:3px;padding:.1em .2em;box-decoration-break:clone;-webkit-box-decoration-break:clone;scroll-margin:30vh 0}
del .rule{margin-right:.3em}
del .rule:has(>i){margin-right:0}
del .rule i,.went .rule i{font-style:normal;opacity:.8}
del.blank{display:inline-block;width:1.4em;height:1em;vertical-align:-.1em;position:relative}
.source p:has(>del:only-child>.rule:only-child){line-height:1.4}
del:target,del.here{outline:2px solid var(--red);outline-offset:2px}
ins{text-decoration:underline dotted var(--soft);text-underline-offset:.25em}
.thing{font-style:normal;font-size:.82em;color:var(--soft);border:1px dashed var(--stone);border-radius:5px;padding:.05em .45em;text-indent:0}
del .thing{color:inherit;border-color:currentColor}
.gap{color:var(--soft);font-size:.85rem;text-align:center;border-block:1px dashed var(--line);padding:.35rem}
.result :is(h4,h5,h6){line-height:1.4;font-weight:600;margin-top:1.5em;font-size:1.05em}
.result .l1{font-size:1.4em}.result .l2{font-size:1.2em}
.view>div>:first-child{margin-top:0}
.result :is(ul,ol){padding-left:1.6em}
.result ul{list-style:disc}.result ol{list-style:decimal}
.result li+li,.result li>*+*{margin-top:.35em}
.result blockquote{margin-inline:0;padding-left:1em;border-left:3px solid var(--stone);color:var(--soft)}
.result blockquote>*+*{margin-top:.85em}
.result :is(pre,code){font:.88em/1.6 var(--mono)}
.result code{background:light-dark(#f3efe8,#2a2723);border-radius:4px;padding:.1em .3em}
.result pre{background:light-dark(#f3efe8,#2a2723);border-radius:8px;padding:.9rem 1rem;overflow:auto}
.result pre code{padding:0;font-size:1em;overflow-wrap:normal}
.result .wide{overflow:auto}
.result table{border-collapse:collapse;font-size:.92em}
.result :is(th,td){border:1px solid var(--line);padding:.35rem .7rem;overflow-wrap:normal;min-width:3.5rem}
.result hr{border:0;border-top:1px solid var(--stone);width:5rem;margin:2em auto}
.result a:not([href]){text-decoration:underline dotted var(--stone)}
.picture{display:inline-block;border:1px dashed var(--stone);border-radius:8px;padding:.35rem .7rem;font-size:.88em;line-height:1.5;color:var(--soft);max-width:100%}
.picture b{font-weight:600;margin-right:.2em}
.picture code{background:none;font-size:.86em}
.markdown pre,.metadata pre{white-space:pre-wrap;font:.86rem/1.7 var(--mono)}
.metadata h5{font-size:.82rem;font-weight:600;color:var(--soft);margin-top:1.8em}
.metadata h5:first-child{margin-top:0}
.metadata dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.35rem 1.4rem;font-size:.92rem}
.metadata dt{color:var(--soft)}
${screens}`;
