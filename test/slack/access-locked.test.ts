import { describe, expect, it } from 'vitest';
import { nameOf } from '../../src/slack/gate.ts';
import { LISTENERS } from '../../src/slack/listeners.ts';
import { newMatrix, rowsOf } from './matrix-cell.ts';
import type { Actor } from './matrix-world.ts';

const WHO: readonly Actor[] = ['admin', 'editor', 'viewer', 'none', 'guest', 'revoked'];

/**
 * The same while the account is locked, because its support hours are missing: whoever may see the sheet gets the
 * `required` information, which is the form itself, unless it is one of the few other things that work (R15, R17).
 * Nobody else gets more than they would get otherwise.
 */
const TABLE = `
what                                     does                      admin    editor   viewer   none     guest    revoked
command open                             opens contact.save        required required required none     third    none
command open, anywhere                   opens contact.save        required required required none     third    none
command edit                             opens contact.save        required required role     none     third    none
command hours                            opens hours.save          done     done     told     none     third    none
command status                           says Sandbox 6/6          required required required none     third    none
command status, anywhere                 says Sandbox 6/6          required required required none     third    none
command accounts                         opens account.list        required required required none     third    none
command access                           opens access.grant        done     done     done     none     third    none
command access, request                  opens access.request      own      own      own      done     third    done
command history                          opens history.view        required required required none     third    none
command support                          says To contact support   done     done     done     done     done     done
command help                             says Callsheet keeps      done     done     done     done     done     done
command who                              says What happened        required required required none     third    none
command coverage                         opens coverage.view       required required required none     third    none
command share                            opens share.post          required required required none     third    none
command remind                           says is not there yet     required required required none     third    none
command settings                         opens settings.view       required required required none     third    none
command export                           opens export.send         required required required none     third    none
command import                           opens import.save         required required role     none     third    none
command verify                           opens verify.view         required required required none     third    none
action verify.open                       opens verify.view         required required required none     third    none
action verify.send                       mails verify.view         required required role     none     third    none
action verify.all                        mails verify.view         required required role     none     third    none
action verify.enter                      opens verify.code         required required role     none     third    none
submission verify.code                   writes mailbox.verified   required required role     none     third    none
shortcut contact.open                    opens contact.save        required required required none     third    none
action contact.open                      opens contact.save        required required required none     third    none
submission contact.save                  writes sheet.saved        done     done     role     none     third    none
action hours.open                        opens hours.save          done     done     role     none     third    none
action hours.add                         redraws hours.save        done     done     role     none     third    none
action hours.remove                      redraws hours.save        done     done     role     none     third    none
action coverage.open                     opens coverage.view       required required required none     third    none
action coverage.draw                     opens coverage.view       required required required none     third    none
action cover.take                        writes cover.taken        required required required none     third    none
action cover.return                      writes cover.returned     required required required none     third    none
submission hours.save                    writes sheet.saved        done     done     role     none     third    none
action draft.keep                        keeps what is typed       done     done     nothing  nothing  nothing  nothing
action hours.zone                        redraws hours.save        done     done     nothing  nothing  nothing  nothing
close contact.save                       keeps what is typed       done     done     nothing  nothing  nothing  nothing
close hours.save                         keeps what is chosen      done     done     nothing  nothing  nothing  nothing
action draft.discard                     redraws contact.save      done     done     role     none     third    none
action hours.preset                      redraws hours.save        done     done     role     none     third    none
action hours.copy                        redraws hours.save        done     done     role     none     third    none
action hours.midnight                    redraws hours.save        done     done     role     none     third    none
action plan.open                         opens plan.view           required required required none     third    none
action plan.page                         opens plan.view           required required required none     third    none
action exception.new                     opens exception.add       required required role     none     third    none
submission exception.add                 writes hours.exception.added required required role     none     third    none
action exception.remove                  writes hours.exception.removed required required role     none     third    none
action holiday.open                      opens holiday.take        required required role     none     third    none
action country.find                      writes hours.countries    required required role     none     third    none
action country.add                       writes hours.countries    required required role     none     third    none
action country.remove                    writes hours.countries    required required role     none     third    none
submission holiday.take                  writes hours.exception.added required required role     none     third    none
action target.open                       opens target.save         required required role     none     third    none
action target.preset                     opens target.save         required required role     none     third    none
action target.more                       opens target.save         required required role     none     third    none
action target.less                       opens target.save         required required role     none     third    none
submission target.save                   writes hours.target       required required role     none     third    none
options hours.zone                       says Sao_Paulo            done     done     done     done     done     done
action contact.confirm                   writes sheet.confirmed    required required role     none     third    none
action section.ask                       opens section.send        done     done     role     none     third    none
submission section.send                  writes section.asked      done     done     role     none     third    none
action section.withdraw                  writes section.withdrawn  done     done     role     none     third    none
action section.fill                      opens section.answer      refused  refused  refused  done     refused  refused
submission section.answer                writes sheet.saved        refused  refused  refused  done     refused  refused
action history.open                      opens history.view        required required required none     third    none
action history.older                     opens history.view        required required required none     third    none
action history.newer                     opens history.view        required required required none     third    none
action history.undo                      writes change.undone      required required role     none     third    none
action who.about                         says Operations           required required required none     third    none
action share.open                        opens share.post          required required required none     third    none
action share.language                    opens share.post          required required required none     third    none
submission share.post                    posts share.done          required required required none     third    none
action access.users                      opens access.grant        done     done     done     none     third    none
submission access.grant                  writes access.granted     done     role     role     none     third    none
action access.member                     opens access.change       done     role     role     none     third    none
submission access.change                 writes access.granted     done     role     role     none     third    none
action access.revoke                     opens access.take         done     refused  refused  none     third    none
action access.revoke, of their own       opens access.take         done     done     done     none     third    none
submission access.take                   writes access.revoked     done     refused  refused  none     third    none
action access.channel                    opens access.route        done     role     role     none     third    none
submission access.route                  writes access.channel     done     role     role     none     third    none
action access.ask                        opens access.request      done     done     done     done     third    done
action access.propose                    opens access.request      done     done     done     none     third    none
submission access.request                writes access.requested   error    error    error    done     third    done
submission access.request, a proposal    writes access.requested   done     done     done     none     third    none
action access.withdraw                   writes access.withdrawn   none     none     none     done     third    none
action access.approve                    opens access.decide       done     role     role     none     third    none
action access.deny                       opens access.decide       done     role     role     none     third    none
action access.review                     opens access.decide       done     role     role     none     third    none
submission access.decide                 writes access.granted     done     role     role     none     third    none
action access.recover                    opens access.takeover     refused  refused  refused  refused  third    refused
submission access.takeover               writes access.recovered   refused  refused  refused  refused  third    refused
action account.open                      opens account.create      done     done     done     done     third    done
submission account.create                writes account.created    done     done     done     done     third    done
action brand.open                        opens brand.save          done     role     role     none     third    none
submission brand.save                    writes brand.alias        done     error    role     none     third    none
action brand.mend                        says put right already    done     done     role     none     third    none
action advice.keep                       says nothing was passed   done     done     role     none     third    none
action settings.open                     opens settings.view       required required required none     third    none
action account.name                      opens account.rename      required role     role     none     third    none
submission account.rename                writes account.renamed    required role     role     none     third    none
action brand.new                         opens brand.add           required role     role     none     third    none
submission brand.add                     writes brand.added        required role     role     none     third    none
action brand.edit                        opens brand.change        required role     role     none     third    none
submission brand.change                  writes brand.renamed      required role     role     none     third    none
action brand.default                     writes brand.default      required role     role     none     third    none
action brand.remove                      writes brand.removed      required role     role     none     third    none
action integration.edit                  opens integration.change  required role     role     none     third    none
submission integration.change            opens integration.confirm  required role     role     none     third    none
submission integration.confirm           writes account.integrations  required role     role     none     third    none
action channel.open                      opens channel.link        required role     role     none     third    none
submission channel.link                  writes channel.linked     required role     role     none     third    none
action channel.unlink                    writes channel.unlinked   required role     role     none     third    none
action launch.open                       opens launch.confirm      required role     role     none     third    none
submission launch.confirm                writes account.launched   required role     role     none     third    none
action export.open                       opens export.send         required required required none     third    none
submission export.send                   opens export.sent         required required required none     third    none
action import.open                       opens import.save         required required role     none     third    none
action import.more                       opens import.save         required required role     none     third    none
submission import.save                   opens import.save         required required role     none     third    none
action account.choose                    says Sandbox 6/6          required required required none     third    none
action account.choose, on Home           shows Harvest Table       required required required none     third    none
action account.page                      shows Harvest Table       done     done     done     ask      third    ask
options account.choose                   says Harvest Table        done     done     done     nothing  nothing  nothing
action home.accounts                     shows Harvest Table       done     done     done     ask      third    ask
event app_home_opened                    shows Harvest Table       done     done     done     ask      third    ask
event user_change                        writes access.left        nothing  nothing  nothing  nothing  done     nothing
action support.open                      opens support.view        done     done     done     done     done     done
action support.link                      is nothing                done     done     done     done     done     done
action help.open                         opens help.view           done     done     done     done     done     done
`;

const ROWS = rowsOf(TABLE, WHO);
const { cell } = newMatrix(false);

describe('the matrix of a locked account', () => {
  it('has a row for everything that Callsheet listens to', () => {
    const rows = new Set(ROWS.map(([name]) => name.split(', ')[0]));
    expect(LISTENERS.map(({ source }) => nameOf(source)).filter((name) => !rows.has(name))).toEqual([]);
  });

  it.each(ROWS)(
    'R15, R17: “%s” (%s) ends for everybody as the table says',
    async (name, does, words) => {
      const seen: Partial<Record<Actor, string>> = {};
      for (const actor of WHO) seen[actor] = await cell(name, does, actor);
      expect(seen).toEqual(words);
    },
    30_000,
  );
});
