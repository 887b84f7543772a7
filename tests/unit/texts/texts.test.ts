import { expect, it } from 'vitest';
import { direction, t } from '../../../utils/texts/texts.ts';

it('answers with the English texts', () => {
  expect(t('extension.name')).toBe('Standpoint');
  expect(direction()).toBe('ltr');
});
