/** The page on narrow screens, on paper, and in forced colours. */
export const screens = `@media (max-width:56rem){
.sides{grid-template-columns:minmax(0,1fr)}
.view{height:auto;max-height:75vh;min-height:0}
#all .wide,#rows td:nth-child(n+3):nth-child(-n+5){display:none}
#all thead th{width:6rem}
}
@media (max-width:36rem){
.figures dl{display:grid;grid-template-columns:repeat(2,max-content);justify-content:space-between}
.bars a{grid-template-columns:minmax(0,9rem) 1fr 3rem;gap:.6rem}
.columns{gap:.25rem}.columns span{font-size:.7rem}
#filters label{flex:1 1 8rem}
#filters .find{flex-basis:100%}
select{width:100%;max-width:none}
#rows th,#rows td,#all thead th{padding-inline:.3rem}
#all thead th{width:4.8rem}
.panel>details>summary{grid-template-columns:minmax(0,1fr);padding-right:0}
.nums{grid-column:1;grid-row:auto;justify-content:start;margin-top:.2rem}
.went a{grid-template-columns:minmax(0,1fr) auto;gap:.1rem 1rem}
.groups>li{grid-template-columns:minmax(0,1fr)}
.groups summary{grid-template-columns:minmax(0,1fr)}
.groups summary>span{text-align:left}
.keep{padding:0 .6rem .6rem}
.js .keep:empty{display:none}
#config pre{max-height:7rem}
.made{margin-top:-.8rem}
.went q,.went a i{grid-column:1/3;grid-row:2}
.keys,.js .keys{display:none}
}
@media print{
:root,:root:has(#dark:checked){color-scheme:light}
main{padding:0;max-width:none}
body{font-size:10pt;background:none}
.theme,#filters,#more,.skip,.js .keys,.js .ticks,.tabs,.key,.js .keep,#config{display:none}
.groups>li{break-inside:avoid}
.view{height:auto;max-height:none;overflow:visible;border-radius:0}
.went ol{max-height:none}
.card,.panel>details>summary,#rows tr{break-inside:avoid}
#all thead th{position:static}
del,.bars i,.columns i,.whole,.whole i,#rows td i{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
@media (forced-colors:active){.bars i,.columns i,.whole i{background:CanvasText}}
`;
