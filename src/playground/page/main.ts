import { render } from 'preact';
import { html } from './html.ts';
import { Page } from './page.ts';
import { applyTheme } from './shell/theme.ts';

applyTheme();
const root = document.getElementById('page');
if (root) render(html`<${Page} />`, root);
