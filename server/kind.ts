/**
 * `gongwen/kindEdit`: the kind of a document, as the writer says, noted where command line and colleagues read it too: an override of the
 * configuration that holds for it.
 *
 *     "overrides": [{ "files": "./发言.txt", "kind": "speech" }]
 */
import { parse as parseJson } from 'jsonc-parser';
import { CONFIG_NAME } from '../config/model.ts';
import { configEdit, type JsonChange } from './config-edit.ts';
import type { ServerContext } from './context.ts';
import type { Answer, Params } from './protocol.ts';

export function kind({ connection, documents, configFiles }: ServerContext): void {
  connection.onRequest<Answer<'gongwen/kindEdit'>, void>(
    'gongwen/kindEdit',
    async ({ uri, kind }: Params<'gongwen/kindEdit'>): Promise<Answer<'gongwen/kindEdit'>> => {
      const { lint } = await documents.required(uri);
      const place = configFiles.placeOf(uri, CONFIG_NAME);
      if (!place) return { is: 'no-file' };
      const overrides = overridesIn(place.text);
      const isSet = lint.settings.kind !== undefined;
      const edit = configEdit(
        place,
        changesFor(overrides, `./${place.file.replace(GLOB, '\\$&')}`, kind, isSet),
      );
      return edit ? { is: 'edit', edit, file: place.uri } : { is: 'so-already' };
    },
  );
}

/** What means something in a glob. */
const GLOB = /[\\*?[\]{}()!+@|]/g;

interface Override {
  readonly files?: unknown;
  readonly kind?: unknown;
}

function overridesIn(text: string | undefined): readonly Override[] | undefined {
  const { overrides } = parseJson(text ?? '{}') ?? {};
  return Array.isArray(overrides) ? overrides : undefined;
}

/**
 * The last override of this very file is the one; a file that is to be told by itself again needs none, unless something else sets its kind.
 * @param isSet whether a kind is set for the file, here or elsewhere
 */
function changesFor(
  overrides: readonly Override[] | undefined,
  file: string,
  kind: Params<'gongwen/kindEdit'>['kind'],
  isSet: boolean,
): readonly JsonChange[] {
  const index = (overrides ?? []).findLastIndex(({ files }) => [files].flat().join() === file);
  if (index >= 0) {
    const { files: _, kind: was, ...rest } = overrides![index]!;
    if (kind !== 'auto') return [{ at: ['overrides', index, 'kind'], value: kind }];
    if (was !== undefined)
      return [
        { at: ['overrides', index, ...(Object.keys(rest).length > 0 ? ['kind'] : [])], value: undefined },
      ];
  }
  if (kind === 'auto' && !isSet) return [];
  const override = { files: file, kind };
  return overrides
    ? [{ at: ['overrides', overrides.length], value: override, inserted: true }]
    : [{ at: ['overrides'], value: [override] }];
}
