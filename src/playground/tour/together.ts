import { choice, text } from '../visitor.ts';
import { MARCUS, TOM } from '../world/cast.ts';
import { INTERNAL, type People, user } from './people.ts';
import type { Chapter } from './story.ts';

/** Several people keep one sheet: a finding is mended where it is said, and a colleague fills one section. */
export const together = ({ olivia, tom, marcus }: People): Chapter[] => [
  {
    title: 'Olivia reads what is weak, and mends it where it is said',
    async play() {
      await olivia.types('status');
      await olivia.seesMessage('is in Production', 'Worth a look', 'is the only admin');
      await olivia.pressesIn('is in Production', 'access.users');
      await olivia.seesModal('access.grant', 'Bring somebody in');
      await olivia.submits({ person: user(MARCUS), role: choice('admin') });
      await olivia.seesModal('access.grant', 'can now open the sheet');
      await marcus.seesMessage('gave you access');
      await olivia.types('status');
      const { blocks } = await olivia.seesMessage('One point below weakens this sheet.');
      if (JSON.stringify(blocks).includes('is the only admin')) throw new Error('The mended finding is still there');
    },
  },
  {
    title: 'Tom, who has no access, fills one section, and sees nothing else',
    async play() {
      await olivia.types('edit');
      await olivia.seesModal('contact.save', 'Somebody knows one of these better?');
      await olivia.press('section.ask');
      await olivia.seesModal('section.send', 'They need no access');
      const asked = {
        section: choice('tech-non-emergency'),
        person: user(TOM),
        note: text('You know who reads these.'),
      };
      await olivia.submits(asked);
      await olivia.seesModal('section.send', 'Asked and not answered yet');
      await tom.seesMessage('asks you to fill in', 'You know who reads these.');
      await tom.pressesIn('asks you to fill in', 'section.fill');
      await tom.seesModal('section.answer', 'One section');
      await tom.submits({ 'tech-non-emergency': text('integrations@harvest.example') });
      await tom.seesModal('section.thanks', 'is saved');
      await olivia.seesMessage('has filled in', 'Technical non-emergency');
      await tom.types('status');
      await tom.seesModal('access.none', 'You do not have access');
      tom.seesNowhere([...INTERNAL, 'api@harvest.example']);
    },
  },
];
