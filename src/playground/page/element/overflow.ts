import type { Overflow as OverflowMenu } from '@slack/types';
import { html } from '../html.ts';
import { Icon } from '../shell/icon.ts';
import { Menu } from '../shell/menu.ts';
import { plainText } from '../text/rich.ts';
import { safeUrl } from '../text/safe-url.ts';
import { useWorld } from '../world.ts';
import type { ElementProps } from './element.ts';

export function Overflow({ of, naming, onChange }: ElementProps<OverflowMenu>) {
  const { words } = useWorld();
  const items = of.options.map((option) => ({
    id: option.value ?? '',
    label: plainText(option.text),
    detail: plainText(option.description),
    onPick: () => {
      const url = option.url && safeUrl(option.url);
      if (url) open(url, '_blank', 'noreferrer');
      onChange(option);
    },
  }));
  return html`
    <${Menu}
      label=${words('more')}
      groups=${[{ items }]}
      class="button square"
      buttonId=${naming.id}
      describedBy=${naming.describedBy}
    ><${Icon} name="more" /><//>
  `;
}
