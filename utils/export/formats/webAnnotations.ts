import { webAddress } from '../../webUrl.ts';
import type { Export } from '../record.ts';

/** What the vocabulary of annotations has no words for. */
const OWN_WORDS = { confidence: 'urn:standpoint:confidence', setBy: 'urn:standpoint:setBy' };

/**
 * A thread as a collection of W3C Web Annotations (https://www.w3.org/TR/annotation-model/), one for each comment that was read: its body is a tag, the
 * stance towards the opening post; its target the comment's own words at the comment's own address, or at the thread's where it has none, or in this collection where the
 * thread was not read from the web.
 */
export function toAnnotations({ thread, tool, model, exportedAt }: Export): string {
  const collection = `urn:standpoint:annotations:${encoded(thread.url)}`;
  const read = thread.comments.filter(({ stance }) => stance.opening.stance !== 'pending');
  const items = read.map(({ id, permalink, text, stance: { opening } }) => ({
    id: `urn:standpoint:annotation:${encoded(thread.url)}:${encoded(id)}`,
    type: 'Annotation',
    motivation: 'classifying',
    generator: { type: 'Software', name: `${tool.name} ${tool.version}, ${model}` },
    generated: exportedAt,
    body: { type: 'TextualBody', purpose: 'tagging', value: opening.stance, confidence: opening.confidence, setBy: opening.setBy },
    target: {
      source: webAddress(permalink) ?? webAddress(thread.url) ?? collection,
      ...(text && { selector: { type: 'TextQuoteSelector', exact: text } }),
    },
  }));
  const annotations = {
    '@context': ['http://www.w3.org/ns/anno.jsonld', OWN_WORDS],
    id: collection,
    type: 'AnnotationCollection',
    label: thread.title,
    total: items.length,
    first: { id: `${collection}:1`, type: 'AnnotationPage', partOf: collection, startIndex: 0, items },
  };
  // Such data is often put into a page: a comment must not be able to end the script element that it would stand in there.
  return `${JSON.stringify(annotations, null, 2).replaceAll('<', '\\u003c')}\n`;
}

/** Words as part of a name; halves of characters, which names cannot hold, become whole ones. */
const encoded = (text: string) => encodeURIComponent(text.toWellFormed());
