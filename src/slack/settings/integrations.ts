import type { ModalView } from '@slack/types';
import type { Account } from '../../domain/account.ts';
import { INTEGRATION_TYPES, INTEGRATIONS, isIntegrationType } from '../../domain/integration.ts';
import type { IntegrationsDecision } from '../../domain/settings.ts';
import type { Say } from '../../i18n/say.ts';
import { field, modal, option, plain, section, VALUE } from '../block-kit.ts';
import { choicesOf, type Submitted } from '../submitted.ts';
import { supportAndHelp } from '../support/support.ts';
import { metadataOf, requireInternal } from '../surface.ts';
import type { Viewer } from '../viewer.ts';

export const EDIT_INTEGRATIONS = 'integration.edit';

export interface IntegrationsState {
  account: Account;
  /** What happened just now, as mrkdwn: somebody else saved. */
  notice?: string | null;
}

/** What the account integrates; each choice says what it asks of the sheet (R4). */
export const integrationsView = {
  id: 'integration.change',

  render({ account, notice = null }: IntegrationsState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    const unknown = account.integrations.filter((type) => !isIntegrationType(type));
    const options = [...INTEGRATION_TYPES, ...unknown].map((type) => choice(type, say));
    const chosen = options.filter(({ value }) => account.integrations.includes(value ?? ''));
    return modal({
      id: integrationsView.id,
      title: say('integrations.title'),
      submit: say('app.save'),
      close: say('app.back'),
      metadata: metadataOf(account, { revision: account.revision, settings: true }),
      blocks: [
        ...(notice ? [section(notice)] : []),
        section(say.mrkdwn('integrations.intro', { account: account.name })),
        field('integrations', say('first-run.integrations'), {
          type: 'multi_static_select',
          action_id: VALUE,
          options,
          ...(chosen.length > 0 && { initial_options: chosen }),
          placeholder: plain(say('first-run.integrations.placeholder')),
        }),
        ...supportAndHelp(say),
      ],
    });
  },

  parse: (values: Submitted): { integrations: string[] } => ({ integrations: choicesOf(values, 'integrations') }),
};

export const integrationName = (type: string, say: Say): string =>
  isIntegrationType(type) ? say(`integration.${type}`) : say('integration.unknown');

const choice = (type: string, say: Say) => ({
  ...option(integrationName(type, say), type),
  description: plain(say(`integrations.asks.${isIntegrationType(type) ? INTEGRATIONS[type] : 'not-available'}`)),
});

export interface ConfirmState {
  account: Account;
  decision: Extract<IntegrationsDecision, { kind: 'accepted' }>;
}

/** Says what the chosen integrations mean before they are saved. */
export const confirmIntegrationsView = {
  id: 'integration.confirm',

  render({ account, decision }: ConfirmState, viewer: Viewer): ModalView {
    requireInternal(viewer);
    const { say } = viewer;
    return modal({
      id: confirmIntegrationsView.id,
      title: say('integrations.title'),
      submit: say('integrations.confirm'),
      close: say('app.cancel'),
      metadata: metadataOf(account, {
        revision: account.revision,
        integrations: [...decision.integrations],
        settings: true,
      }),
      blocks: [...consequence(decision, say).map((text) => section(text)), ...supportAndHelp(say)],
    });
  },
};

/** What saving them does to the contact for merchant issues, and to the account. */
function consequence({ merchant, effect }: ConfirmState['decision'], say: Say): string[] {
  return [
    ...(merchant ? [say.mrkdwn(`integrations.becomes.${merchant.to}`)] : []),
    ...(effect === 'nothing' ? [] : [say.mrkdwn(`integrations.then.${effect}`)]),
  ];
}
