import { useState } from 'preact/hooks';
import { t } from '../../utils/texts/index.ts';
import { searchOptions } from './searchOptions.ts';

/** Finds settings by their words, in the sections of an element. */
export function OptionsSearch({ within }: { within: () => Element | null }) {
  const [nothing, setNothing] = useState(false);
  const search = (query: string) => {
    const root = within();
    if (root) setNothing(searchOptions(root, query) === 0);
  };
  return (
    <search>
      <input
        type="search"
        class="search"
        aria-label={t('options.search')}
        placeholder={t('options.search')}
        onInput={(event) => search(event.currentTarget.value)}
      />
      <p class="note" role="status">
        {nothing && t('options.nothing')}
      </p>
    </search>
  );
}
