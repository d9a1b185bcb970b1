import { soleImage } from '../body/traverse.js';
import type { Node } from '../body/tree.js';
import { defineRule } from '../clean/rule.js';

/** A picture that a script made larger leads to the head of the page. */
function leadsNowhere(link: Node): boolean {
  const address = link.get('href')?.trim();
  return address === '' || (address === '#' && soleImage(link) !== null);
}

export const linkToNowhere = defineRule({
  name: 'link-to-nowhere',
  group: 'links',
  why: 'A link with an empty address led back to the page that it stood on; in another file it leads nowhere. Its words stay.',
  match: { names: ['a'], test: leadsNowhere },
  action: 'unwrap',
  examples: [
    { title: 'an empty address', before: '<p>See <a href="">the map</a>.</p>', after: '<p>See the map.</p>' },
    {
      title: 'around a picture',
      before: '<p><a href="#"><img src="/map.png"></a></p>',
      after: '<p><img src="/map.png"></p>',
    },
    { title: 'nothing but a blank', before: '<p>참고: <a href=" ">지도</a></p>', after: '<p>참고: 지도</p>' },
  ],
  keeps: [
    { title: 'the head of the page', html: '<p><a href="#">Up</a></p>' },
    { title: 'a place on the page', html: '<p><a href="#map">the map</a></p>' },
    { title: 'an anchor', html: '<p><a id="map">the map</a></p>' },
    { title: 'the folder', html: '<p><a href="./">the map</a></p>' },
  ],
});
