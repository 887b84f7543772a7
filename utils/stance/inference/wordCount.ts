/** How many words a text has, as the inference counts them: stretches without white space. */
export const wordCount = (text: string): number => text.match(/\S+/g)?.length ?? 0;
