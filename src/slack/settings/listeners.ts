import { ADD_ALIAS, brandView } from '../account/brand.ts';
import { MEND } from '../brand/drift.ts';
import { EDIT_BRAND, editBrandView, MAKE_DEFAULT, NEW_BRAND, newBrandView, REMOVE_BRAND } from '../brand/edit.ts';
import {
  makeDefaultBrand,
  openBrand,
  openEditBrand,
  openNewBrand,
  saveDefaultAlias,
  saveEditedBrand,
  saveNewBrand,
  takeBrandAway,
} from '../brand/handlers.ts';
import { mendDrift } from '../brand/mending.ts';
import type { Listener } from '../turn.ts';
import { LINK_CHANNEL, linkView, UNLINK_CHANNEL } from './channels.ts';
import {
  chooseIntegrations,
  confirmIntegrations,
  linkChosen,
  openIntegrations,
  openLink,
  openRename,
  openSettings,
  saveName,
  unlink,
} from './handlers.ts';
import { confirmIntegrationsView, EDIT_INTEGRATIONS, integrationsView } from './integrations.ts';
import { RENAME, renameView } from './rename.ts';
import { OPEN_SETTINGS } from './settings.ts';

/** The settings of an account: its name, brands, integrations and channels. */
export const SETTINGS_LISTENERS: readonly Listener[] = [
  { source: { kind: 'action', id: ADD_ALIAS }, needs: 'editor', run: openBrand },
  { source: { kind: 'submission', id: brandView.id }, needs: 'editor', run: saveDefaultAlias },
  { source: { kind: 'action', id: MEND }, needs: 'editor', names: 'seen', run: mendDrift },
  { source: { kind: 'action', id: OPEN_SETTINGS }, needs: 'viewer', run: openSettings },
  { source: { kind: 'action', id: RENAME }, needs: 'admin', run: openRename },
  { source: { kind: 'submission', id: renameView.id }, needs: 'admin', run: saveName },
  { source: { kind: 'action', id: NEW_BRAND }, needs: 'admin', run: openNewBrand },
  { source: { kind: 'submission', id: newBrandView.id }, needs: 'admin', run: saveNewBrand },
  { source: { kind: 'action', id: EDIT_BRAND }, needs: 'admin', run: openEditBrand },
  { source: { kind: 'submission', id: editBrandView.id }, needs: 'admin', run: saveEditedBrand },
  { source: { kind: 'action', id: MAKE_DEFAULT }, needs: 'admin', run: makeDefaultBrand },
  { source: { kind: 'action', id: REMOVE_BRAND }, needs: 'admin', run: takeBrandAway },
  { source: { kind: 'action', id: EDIT_INTEGRATIONS }, needs: 'admin', run: openIntegrations },
  { source: { kind: 'submission', id: integrationsView.id }, needs: 'admin', run: chooseIntegrations },
  { source: { kind: 'submission', id: confirmIntegrationsView.id }, needs: 'admin', run: confirmIntegrations },
  { source: { kind: 'action', id: LINK_CHANNEL }, needs: 'admin', run: openLink },
  { source: { kind: 'submission', id: linkView.id }, needs: 'admin', run: linkChosen },
  { source: { kind: 'action', id: UNLINK_CHANNEL }, needs: 'admin', run: unlink },
];
