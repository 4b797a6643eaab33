import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/slack/gate.ts';
import { LISTENERS } from '../../src/slack/listeners.ts';
import { newMatrix, rowsOf } from './matrix-cell.ts';
import { ACTORS, type Actor } from './matrix-world.ts';

/**
 * Every listener, done by everybody who can come to it, about an account that is complete. The second column says what
 * it is when it is `done`. Everything else ends without any change: `own` is about another account, their own or one to
 * ask for; `role` and `none` are the way to ask for more; `third` is what a third party may know; `error` is a field that
 * is refused, `refused` a view that says why not, `ask` the offer to ask for access, `shared` the contact that anybody in
 * the linked channel may know, `told` the hours.
 *
 * The guest and the stranger were admins once, and still stand in the account's members; the revoked one was one a
 * second ago; `foreign` names another workspace of which they are the admin.
 */
const TABLE = `
what                                     does                      admin   editor  viewer  none    owner   guest   stranger revoked other   foreign
command open                             opens contact.save        done    done    done    none    none    third   third   none    none    third
command open, anywhere                   opens contact.save        done    done    done    none    none    third   third   none    own     third
command edit                             opens contact.save        done    done    role    none    none    third   third   none    none    third
command hours                            opens hours.save          done    done    told    told    told    told    told    told    told    told
command hours, anywhere                  opens hours.save          done    done    told    none    none    third   third   none    own     third
command status                           says Sandbox 6/6          done    done    done    none    none    third   third   none    none    third
command status, anywhere                 says Sandbox 6/6          done    done    done    none    none    third   third   none    own     third
command accounts                         opens account.list        done    done    done    none    none    third   third   none    none    third
command access                           opens access.grant        done    done    done    none    none    third   third   none    none    third
command access, request                  opens access.request      own     own     own     done    done    third   third   done    done    third
command history                          opens history.view        done    done    done    none    none    third   third   none    none    third
command support                          says To contact support   done    done    done    done    done    done    done    done    done    done
command help                             says Callsheet keeps      done    done    done    done    done    done    done    done    done    done
command who                              says What happened        done    done    done    shared  shared  shared  shared  shared  shared  shared
command who, anywhere                    says What happened        done    done    done    none    none    third   third   none    own     third
command coverage                         opens coverage.view       done    done    done    none    none    third   third   none    none    third
command share                            opens share.post          done    done    done    none    none    third   third   none    none    third
command remind                           says is not there yet     done    done    done    none    none    third   third   none    none    third
command settings                         opens settings.view       done    done    done    none    none    third   third   none    none    third
command export                           opens export.send         done    done    done    none    none    third   third   none    none    third
command import                           opens import.save         done    done    role    none    none    third   third   none    none    third
command verify                           opens verify.view         done    done    done    none    none    third   third   none    none    third
action verify.open                       opens verify.view         done    done    done    none    none    third   third   none    none    third
action verify.send                       mails verify.view         done    done    role    none    none    third   third   none    none    third
action verify.all                        mails verify.view         done    done    role    none    none    third   third   none    none    third
action verify.enter                      opens verify.code         done    done    role    none    none    third   third   none    none    third
submission verify.code                   writes mailbox.verified   done    done    role    none    none    third   third   none    none    third
shortcut contact.open                    opens contact.save        done    done    done    none    none    third   third   none    own     third
action contact.open                      opens contact.save        done    done    done    none    none    third   third   none    none    third
submission contact.save                  writes sheet.saved        done    done    role    none    none    third   third   none    none    third
action hours.open                        opens hours.save          done    done    role    none    none    third   third   none    none    third
action hours.add                         redraws hours.save        done    done    role    none    none    third   third   none    none    third
action hours.remove                      redraws hours.save        done    done    role    none    none    third   third   none    none    third
action coverage.open                     opens coverage.view       done    done    done    none    none    third   third   none    none    third
action coverage.draw                     opens coverage.view       done    done    done    none    none    third   third   none    none    third
action cover.take                        writes cover.taken        done    done    done    none    none    third   third   none    none    third
action cover.return                      writes cover.returned     done    refused refused none    none    third   third   none    none    third
action hours.preset                      redraws hours.save        done    done    role    none    none    third   third   none    none    third
action hours.copy                        redraws hours.save        done    done    role    none    none    third   third   none    none    third
action hours.midnight                    redraws hours.save        done    done    role    none    none    third   third   none    none    third
submission hours.save                    writes sheet.saved        done    done    role    none    none    third   third   none    none    third
action draft.keep                        keeps what is typed       done    done    nothing nothing nothing nothing nothing nothing nothing nothing
action hours.zone                        redraws hours.save        done    done    nothing nothing nothing nothing nothing nothing nothing nothing
close contact.save                       keeps what is typed       done    done    nothing nothing nothing nothing nothing nothing nothing nothing
close hours.save                         keeps what is chosen      done    done    nothing nothing nothing nothing nothing nothing nothing nothing
action draft.discard                     redraws contact.save      done    done    role    none    none    third   third   none    none    third
options hours.zone                       says Sao_Paulo            done    done    done    done    done    done    done    done    done    done
action plan.open                         opens plan.view           done    done    done    none    none    third   third   none    none    third
action plan.page                         opens plan.view           done    done    done    none    none    third   third   none    none    third
action exception.new                     opens exception.add       done    done    role    none    none    third   third   none    none    third
submission exception.add                 writes hours.exception.added  done    done    role    none    none    third   third   none    none    third
action exception.remove                  writes hours.exception.removed  done    done    role    none    none    third   third   none    none    third
action holiday.open                      opens holiday.take        done    done    role    none    none    third   third   none    none    third
action country.find                      writes hours.countries    done    done    role    none    none    third   third   none    none    third
action country.add                       writes hours.countries    done    done    role    none    none    third   third   none    none    third
action country.remove                    writes hours.countries    done    done    role    none    none    third   third   none    none    third
submission holiday.take                  writes hours.exception.added  done    done    role    none    none    third   third   none    none    third
action target.open                       opens target.save         done    done    role    none    none    third   third   none    none    third
action target.preset                     opens target.save         done    done    role    none    none    third   third   none    none    third
action target.more                       opens target.save         done    done    role    none    none    third   third   none    none    third
action target.less                       opens target.save         done    done    role    none    none    third   third   none    none    third
submission target.save                   writes hours.target       done    done    role    none    none    third   third   none    none    third
options country.find                     says Brazil               done    done    done    done    done    done    done    done    done    done
action contact.confirm                   writes sheet.confirmed    done    done    role    none    none    third   third   none    none    third
action section.ask                       opens section.send        done    done    role    none    none    third   third   none    none    third
submission section.send                  writes section.asked      done    done    role    none    none    third   third   none    none    third
action section.withdraw                  writes section.withdrawn  done    done    role    none    none    third   third   none    none    third
action section.fill                      opens section.answer      refused refused refused done    refused refused refused refused refused refused
submission section.answer                writes sheet.saved        refused refused refused done    refused refused refused refused refused refused
action history.open                      opens history.view        done    done    done    none    none    third   third   none    none    third
action history.older                     opens history.view        done    done    done    none    none    third   third   none    none    third
action history.newer                     opens history.view        done    done    done    none    none    third   third   none    none    third
action history.undo                      writes change.undone      done    done    role    none    none    third   third   none    none    third
action who.about                         says Operations           done    done    done    none    none    third   third   none    none    third
action share.open                        opens share.post          done    done    done    none    none    third   third   none    none    third
action share.language                    opens share.post          done    done    done    none    none    third   third   none    none    third
submission share.post                    posts share.done          done    done    done    none    none    third   third   none    none    third
action access.users                      opens access.grant        done    done    done    none    none    third   third   none    none    third
submission access.grant                  writes access.granted     done    role    role    none    none    third   third   none    none    third
action access.member                     opens access.change       done    role    role    none    none    third   third   none    none    third
submission access.change                 writes access.granted     done    role    role    none    none    third   third   none    none    third
action access.revoke                     opens access.take         done    refused refused none    none    third   third   none    none    third
action access.revoke, of their own       opens access.take         done    done    done    none    none    third   third   none    none    third
submission access.take                   writes access.revoked     done    refused refused none    none    third   third   none    none    third
action access.channel                    opens access.route        done    role    role    none    none    third   third   none    none    third
submission access.route                  writes access.channel     done    role    role    none    none    third   third   none    none    third
action access.ask                        opens access.request      done    done    done    done    done    third   third   done    done    third
action access.propose                    opens access.request      done    done    done    none    none    third   third   none    none    third
submission access.request                writes access.requested   error   error   error   done    done    third   third   done    done    third
submission access.request, a proposal    writes access.requested   done    done    done    none    none    third   third   none    none    third
action access.withdraw                   writes access.withdrawn   none    none    none    done    none    third   third   none    none    third
action access.approve                    opens access.decide       done    role    role    none    none    third   third   none    none    third
action access.deny                       opens access.decide       done    role    role    none    none    third   third   none    none    third
action access.review                     opens access.decide       done    role    role    none    none    third   third   none    none    third
submission access.decide                 writes access.granted     done    role    role    none    none    third   third   none    none    third
action access.recover                    opens access.takeover     refused refused refused refused done    third   third   refused refused third
submission access.takeover               writes access.recovered   refused refused refused refused done    third   third   refused refused third
action account.open                      opens account.create      done    done    done    done    done    third   third   done    done    third
submission account.create                writes account.created    done    done    done    done    done    third   third   done    done    third
action brand.open                        opens brand.save          done    role    role    none    none    third   third   none    none    third
submission brand.save                    writes brand.alias        done    error   role    none    none    third   third   none    none    third
action brand.mend                        says put right already    done    done    role    none    none    third   third   none    none    third
action advice.keep                       says nothing was passed   done    done    role    none    none    third   third   none    none    third
action settings.open                     opens settings.view       done    done    done    none    none    third   third   none    none    third
action account.name                      opens account.rename      done    role    role    none    none    third   third   none    none    third
submission account.rename                writes account.renamed    done    role    role    none    none    third   third   none    none    third
action brand.new                         opens brand.add           done    role    role    none    none    third   third   none    none    third
submission brand.add                     writes brand.added        done    role    role    none    none    third   third   none    none    third
action brand.edit                        opens brand.change        done    role    role    none    none    third   third   none    none    third
submission brand.change                  writes brand.renamed      done    role    role    none    none    third   third   none    none    third
action brand.default                     writes brand.default      done    role    role    none    none    third   third   none    none    third
action brand.remove                      writes brand.removed      done    role    role    none    none    third   third   none    none    third
action integration.edit                  opens integration.change  done    role    role    none    none    third   third   none    none    third
submission integration.change            opens integration.confirm  done    role    role    none    none    third   third   none    none    third
submission integration.confirm           writes account.integrations  done    role    role    none    none    third   third   none    none    third
action channel.open                      opens channel.link        done    role    role    none    none    third   third   none    none    third
submission channel.link                  writes channel.linked     done    role    role    none    none    third   third   none    none    third
action channel.unlink                    writes channel.unlinked   done    role    role    none    none    third   third   none    none    third
action launch.open                       opens launch.confirm      done    role    role    none    none    third   third   none    none    third
submission launch.confirm                writes account.launched   done    role    role    none    none    third   third   none    none    third
action export.open                       opens export.send         done    done    done    none    none    third   third   none    none    third
submission export.send                   opens export.sent         done    done    done    none    none    third   third   none    none    third
action import.open                       opens import.save         done    done    role    none    none    third   third   none    none    third
action import.more                       opens import.save         done    done    role    none    none    third   third   none    none    third
submission import.save                   opens import.save         done    done    role    none    none    third   third   none    none    third
action account.choose                    says Sandbox 6/6          done    done    done    none    none    third   third   none    none    third
action account.choose, on Home           shows Harvest Table       done    done    done    none    none    third   third   none    none    third
options access.account                   says Harvest Table        done    done    done    done    done    nothing nothing done    done    nothing
action account.page                      shows Harvest Table       done    done    done    ask     ask     third   third   ask     own     third
options account.choose                   says Harvest Table        done    done    done    nothing nothing nothing nothing nothing nothing nothing
action home.accounts                     shows Harvest Table       done    done    done    ask     ask     third   third   ask     own     third
event app_home_opened                    shows Harvest Table       done    done    done    ask     ask     third   third   ask     own     third
event user_change                        writes access.left        nothing nothing nothing nothing nothing done    done    nothing nothing nothing
action support.open                      opens support.view        done    done    done    done    done    done    done    done    done    done
action support.link                      is nothing                done    done    done    done    done    done    done    done    done    done
action help.open                         opens help.view           done    done    done    done    done    done    done    done    done    done
`;

const ROWS = rowsOf(TABLE, ACTORS);
const { cell } = newMatrix(true);

describe('the matrix', () => {
  it('has a row for everything that Callsheet listens to, and for nothing else', () => {
    const rows = new Set(ROWS.map(([name]) => name.split(', ')[0]));
    const others = [
      'options access.account',
      'options account.choose',
      'options country.find',
      'options hours.zone',
      'event app_home_opened',
      'event user_change',
    ];
    expect([...rows].sort()).toEqual([...LISTENERS.map(({ source }) => nameOf(source)), ...others].sort());
  });

  it.each(ROWS)(
    'A9, R5, R12: “%s” (%s) ends for everybody as the table says',
    async (name, does, words) => {
      const seen: Partial<Record<Actor, string>> = {};
      for (const actor of ACTORS) seen[actor] = await cell(name, does, actor);
      expect(seen).toEqual(words);
    },
    30_000,
  );
});
