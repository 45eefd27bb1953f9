"""Each case is a sentence with its trigger between stars; read with the shipped model, published on 13 May 2020."""

from datetime import date

import pytest

from dateline.errors import OntologyError
from dateline.language.parse import Parser
from dateline.mentions.status import StatusReading, answer_status, read_status
from dateline.model.annotated import AnnotatedArticle, Token
from dateline.model.articles import Article, Block, BlockKind
from dateline.model.evidence import Span
from dateline.model.moments import on
from dateline.model.times import TimeExpression
from dateline.model.tree import Tree
from dateline.ontology import status as ontology

PUBLISHED = date(2020, 5, 13)

CASES = {
    "held": """
She met the *freed* girls in the capital.
The envoy called the *attack* a disgrace.
The council approved a new round of *sanctions* on Monday.
The firm is suspected of *shipping* arms to the rebels.
The man may be jailed after being *arrested* with forged papers.
She was hurt in an attempted *kidnapping*.
The ministry welcomed the announcement of *sanctions* against the bank.
The army kept to the resolutions on *sanctions*.
He told a news *conference* that the port would open.
The *visit* was a chance to mend ties.
The mayor convened a *meeting* of the harbour council on Tuesday.
The ministry confirmed the *deaths* of two divers.
The neighbour denounced the *launch* as a provocation.
Ships tried to evade the *sanctions* at night.
The cause of the *crash* was unclear, the coroner said.
It was not known how many sailors were *killed*.
She had left the town before the *attack*.
The rebels are not the only *threat* to the valley.
The verdict on the *raid* can be appealed.
Officials praised the *trip* made by the envoy in May.
The army did not take part in the *invasion* of the islands.
Ten people died during a planned *exercise* near the coast.
The council approved the *sanctions* on Monday.
A man shoots two guards before *killing* himself.
The two mayors praised the close *cooperation* of their police.
The *visit* was overshadowed by the floods.
He thanked the king for the *meeting*.
The two leaders' *meeting* lasted two hours.
The *attack*, which killed three people, was condemned by the union.
The first *meeting* between the two took place in May.
The *strike* may have broken the law.
The killing of the general has raised fears of a war, and the *killing* was condemned.
He would not say who had *ordered* the killing.
Police are investigating the *bombing*.
The army claimed to have *killed* ten rebels.
The man accused of *shooting* the mayor was arrested.
The king, who *visited* the town in May, will return.
Sanctions *imposed* last year will stay in place.
The premier, speaking before he *left*, said he was content.
The two ministers *met* in Vienna on Monday.
The chancellor has *visited* the flooded towns twice.
The president *flew* to Tunis after the vote.
Rebels *attacked* the airfield before dawn.
The two sides signed an *agreement* on fishing rights.
Officials held *talks* in Geneva last week.
The *visit* took place despite the storm.
The *talks* ended without a result.
The *talks* collapsed on Sunday.
The *ceremony* began at noon.
After *talks* with the premier, the envoy left for the airport.
Following the *meeting*, both men spoke to reporters.
Since the *attack* the border has been closed.
The union imposed sanctions over the country's *annexation* of the islands.
Parliament may debate a law because of the *strike* on the harbour.
The spokesman declined to comment on the *attack*.
The minister managed to *reach* the besieged town.
She said that the envoys had *met* in secret.
He admitted that the army had *shelled* the village.
The navy *seized* a tanker, and the owner will complain.
The governor will speak about the bridge that *collapsed* in March.
The king *received* the ambassador.
The fleet was *attacked* by drones.
The two leaders *agreed* to meet in June.
He became the first president to *visit* the island.
The minister had the honour to *meet* the pope.
Troops *crossed* the river as talks were going on.
The two ministers met to *sign* the treaty.
The accord was *signed* in Oslo.
He was *arrested* because he refused to pay.
The summit *opened* on Tuesday.
The row comes after the company *cut* supplies.
The capital was calm during the *visit*.
The president regretted the *strike* on the hospital.
The committee blamed the army for the *attack*.
The delegation returned from the *summit* with nothing.
""",
    "ongoing": """
*Protests* have continued for weeks.
The *siege* has entered its third week.
The *talks* in Geneva are in their third week.
The president is on a *visit* to Lima.
The president is *visiting* Lima.
As the minister *meets* his colleague, the crowd waits outside.
Fighting is *raging* in the north.
The foreign ministers are *meeting* in Helsinki.
Envoys are holding *talks* behind closed doors.
*Talks* are under way in Doha.
The *strike* is continuing at all ports.
The *negotiations* continue in Muscat.
The *offensive* is still going on.
The ongoing *siege* has emptied the shops.
The army is still *shelling* the suburbs.
""",
    "planned": """
The agenda of the *summit*, which opens on Monday, was agreed.
The *visit* comes next month.
The ministers reviewed preparations for the upcoming *summit* in Oslo.
The leader is due in Paris for *talks* on Monday.
The president leaves on Monday for a *visit* to Chile.
A date for the *talks* has been agreed.
Officials are finalising arrangements for the *visit*.
The visit, which is expected to *last* three days, will begin on Monday.
Next week's *summit* will focus on trade.
He is in town to prepare the *summit*, which opens on Monday.
"We will *meet* again," he told reporters.
The minister is to hold a *meeting* with union leaders.
The president said that he was looking forward to his *visit*.
The White House confirmed the *meeting* would go ahead.
The trip has not been called off and the president still plans to *go*.
I can confirm that the president will be *traveling* to Berlin.
We'll *have* a bilateral meeting tomorrow.
The *meeting* is expected to take place in June.
The prime minister will *travel* to Ankara.
The president is going to *visit* three capitals.
The ministers are to *meet* on Friday.
The queen is due to *open* the conference.
The chancellor is scheduled to *hold* a press conference.
The *summit* is scheduled for June.
A *meeting* between the two is set for Thursday.
The envoy is expected to *arrive* in the morning.
The two leaders agreed to *meet* again.
The ministry announced a *visit* to Lima.
The government plans to *withdraw* its troops.
The government has plans for a *summit* with its neighbours.
The minister said he would *make* the journey.
The general intends to *launch* an offensive.
The premier vowed to *recapture* the town.
The premier accepted an invitation to *visit* Warsaw.
The upcoming *visit* worries the neighbours.
The planned *visit* has drawn criticism.
Preparations for the *summit* have begun.
The two spoke by telephone ahead of the *summit*.
The town was cleaned before the *visit*.
The minister declined to discuss the *trip*.
The *visit* is still on.
The *summit* has not been cancelled.
The *meeting* will take place in Rabat.
The *talks* will resume on Saturday.
The country will host the *conference* next year.
The minister looks forward to the *meeting*.
She denied that the *summit* had been cancelled.
The king ordered the army to *retake* the city.
The two will discuss the pact when they *meet*.
He confirmed that the minister would *attend* the ceremony.
The premier, who is to *visit* the site, thanked the workers.
The company promised to *resume* deliveries.
The date of the *visit* has been fixed.
They reached a deal to *resume* flights.
Ten ships are set to *sail* at dawn.
The delegation is on track to *sign* the accord.
They refused to postpone the *vote*.
""",
    "possible": """
Talks aimed at *ending* the war began.
The firm is in talks to *buy* gas from Chile.
Both sides signalled openness to *talks*.
The army is ready to *strike* if the talks fail.
Fishing, timber and a trade *deal* will be among the topics of the talks.
The region fears a bomb capable of *destroying* the dam.
Diplomats are exploring whether the two could *meet* on the sidelines.
The president said he would be open to *meeting* the leader.
He said a *strike* could not be excluded.
The minister left open whether she would *visit* the town.
Talks on a *ceasefire* may begin soon.
He raised the prospect of a *withdrawal*.
The army has been preparing for a possible *attack*.
Hopes are rising for a *truce*.
The leaders are likely to *meet* next month.
The minister may *visit* the camp.
The president might *meet* the rebels.
The two could *hold* a summit.
The spokesman did not rule out a *meeting*.
A *meeting* is possible.
The possibility of a *summit* was raised by both.
The premier is considering a *visit* to Madrid.
The cabinet is weighing a military *strike*.
The general threatened to *attack* the port.
The army warned of an *attack* on the dam.
The union fears a new *attack*.
The president hopes to *meet* the king.
The two sides are close to a *deal*.
The two sides are nearing a *deal*.
The firm warned of possible *cuts*.
A *deal* is in sight.
If the vote fails, the union will *strike*.
The ministry is open to *talks*.
The minister would like to *visit* the ruins.
Perhaps they will *meet* in autumn.
An *invasion* is on the table.
The bank is exploring a *merger*.
The army was sent to the border to prevent an *invasion*.
There is a chance that they will *meet*.
The threat of a *strike* hangs over the port.
The leaders want to *meet* in person.
The minister is trying to *arrange* a visit.
""",
    "proposed": """
The union wants the army to *withdraw*.
The bishops called for the two sides to *meet* in the capital.
He was invited for a state *visit*.
The leader invited the president to *visit* the capital.
She wrote to the president asking for a *meeting*.
The plan calls for the *withdrawal* of all troops.
The council voted on a resolution demanding a *ceasefire*.
The premier repeated his offer of *talks*.
The president offered to *host* a summit.
The secretary called for a *ceasefire*.
The opposition demanded an *election*.
The envoy proposed a *meeting* in Cairo.
The council urged both sides to *withdraw*.
The premier asked the president to *visit* the town.
The minister suggested a *meeting* in June.
The proposed *summit* would be the first in years.
The mayor appealed for a *truce*.
The president should *resign*, the paper wrote.
The bloc is pushing for *talks*.
The council demanded that the army *withdraw*.
The group requested a *meeting* with the minister.
The government must *release* the prisoners.
""",
    "doubtful": """
It remains to be seen whether they will *meet*.
The palace would not confirm the *visit*.
He is not sure he will *attend*.
It remains unclear whether the *meeting* will take place.
Whether the *summit* goes ahead is an open question.
Doubts have grown over the *visit*.
There was uncertainty over the date of the *visit*.
No date has been set for the *visit*.
A spokesman said there were no plans for the queen to *meet* him.
The chances of a *deal* are slim.
Hopes for a *deal* faded.
The prime minister is reluctant to *attend*.
The president may not *travel* to Lagos.
It is unlikely that the two will *meet*.
The minister is unlikely to *attend*.
The *visit* is in doubt.
The *trip* is under review.
The status of the *meeting* was uncertain.
The president has no plans to *visit* Seoul.
There are no plans for a *meeting*.
He threatened to cancel the *visit*.
The premier may postpone the *trip*.
The general doubts that they will *meet*.
The *deal* looks uncertain.
There is no sign that the talks will *resume*.
She did not know whether they would *meet*.
The minister has not decided to *go*.
The spokesman could not say whether she would *attend*.
The storm cast doubt on the *visit*.
The two are not expected to *meet*.
""",
    "postponed": """
The *visit*, which was postponed in March, would cost a fortune.
The secretary has decided to postpone his *trip* to Lima.
The *burial* was postponed after the crush.
The president's *visit* has been put back to next year.
The ministry said the *test* had been delayed because of the weather.
We are postponing the *launch* by a few days.
The *visit* will be rescheduled.
The *visit* was postponed.
The president postponed his *trip* to Manila.
The queen is putting off her *visit*.
The *summit* has been put on hold.
The *election* was delayed until autumn.
The *talks* were pushed back by a week.
The prince delayed his upcoming *tour*.
The *project* is on ice.
The *vote*, postponed in March, divided the town.
Officials announced the postponement of the *summit*.
The planned *visit* was put off.
""",
    "cancelled": """
He turned down an invitation to *visit* Chile.
The premier will no longer *travel* to Rome.
The prime minister will skip the *summit* in Lisbon, his office said.
Plans for a state *visit* have been dropped.
The government backed out of a planned *meeting* with the delegation.
The invitation to the *summit* was withdrawn.
The *visit* was called off.
The president cancelled the *summit*.
The premier scrapped his *trip* to Hanoi.
The king will not *travel* to Delhi.
The *meeting* will not go ahead.
The minister has decided not to *attend*.
The *tour* is off.
The two will not *meet*.
The minister pulled out of the *summit*.
The company abandoned its *merger*.
The cancelled *visit* cost the town a fortune.
There will be no *meeting* this week.
A last-minute accord averted the *strike*.
The cancellation of the *visit* angered the mayor.
The premier is not going to *attend*.
""",
    "denied": """
The talks ended without a *deal*.
Police denied rumours of an *attack*.
Had the army *attacked*, the town would have fallen.
Neither side *attacked*.
The report that he had *met* rebels was false.
The minister said it was not true that he had *met* rebels.
The two have yet to *meet*.
He decided against *attending* the summit.
The trains touched but didn’t *derail*, the operator said.
The Kremlin denied there had been any *meeting*.
The company said it had not *cut* supplies.
He rejected reports of an *attack* on the plant.
"We did not *shoot* it down," the general said.
The minister said no such *meeting* had taken place.
The minister denied that he had *met* the banker.
The army denied *shelling* the town.
No *deal* was struck on Monday.
The two never *met*.
The navy did not *attack* the boat.
The president denied reports that he had *met* the spy.
There was no *meeting*.
The spokesman denied a *meeting* with the rebels.
The general refused to *meet* the envoy.
The envoys failed to *reach* an agreement.
The ministry dismissed claims that it had *paid* a ransom.
The firm has not *signed* a contract.
""",
}  # fmt: skip

MORE = {
    "postponed": """
The crush led to the postponement of the duke's *burial*.
Reuters reported the postponement of the *summit* on Tuesday.
Dozens were hurt, causing the postponement of the king's *funeral*, according to state radio.
A strike at the port seemed to put the *visit* on ice.
The row has put the *summit* on hold.
The *visit*, originally planned for May, has been pushed to autumn.
The *vote* was moved from Monday to Thursday.
The two sides agreed to put the *talks* off until June.
A fire broke out, resulting in a two-day postponement of the king's *wedding*, according to local radio.
The fog resulted in a five-hour postponement of Keller's *landing*, according to local radio.
The *summit* is expected to be postponed.
The *trip* was set for Monday and had to be postponed because of the snow.
A dinner, a *meeting* with the mayor and a tour were put off.
""",
    "cancelled": """
The flood forced the cancellation of the *parade*.
In March the premier nixed an April *visit* to Peru.
The premier said she ditched the *tour*, for the hall was too small.
He said he dropped the idea of a *visit*.
The minister dropped plans for a *trip* to Lima.
The *tour* was delayed twice and finally dropped.
The *tour* was delayed twice and finally scrapped when talk of a shorter trip came up.
Further *discussions* were called off.
Price *cuts* are off the agenda, the firm said.
He turned down the chance to *meet* the king.
The decision to skip the union's *summit* surprised diplomats.
The firm had threatened to *cut* supplies, but a last-minute deal was reached.
The union had threatened a *strike* on Monday but reached a deal with the firm.
The firm had planned to *cut* output but resumed pumping.
The two had been due to *meet* in Rome, but the premier pulled out.
Although when the *tour* first seemed to have been called off he cheered, he will go.
The queen will not *meet* the president.
The *visit* will not go ahead.
There will be no state *visit* this year.
He has cancelled a planned *visit* to Oslo.
She withdrew from the *debate*.
The US leader pulled out of *talks* in Vienna.
The envoy's *trip* has been scrubbed.
The storm is over, with the premier turning down chances for a royal *visit*.
Her *visit* next year would surely have been met by strikes.
The *summit* would have been the first in ten years.
The *parade* appeared to have been cancelled.
The minister had hoped to *meet* the king, but the palace declined.
The *concert* and the visit were cancelled.
The concert and the *visit* were cancelled.
""",
    "doubtful": """
The king has been silent on the on-again, off-again *parade*.
There are no plans for a *meeting* between the two.
It is unclear whether the *visit* will go ahead.
It was unlikely the two would *meet*.
The *visit* hangs in the balance.
Doubts are growing over the *summit*.
There are no *meetings* with the envoy on the president's schedule.
We have announced no *meetings* with the envoy.
A *meeting* is unlikely to take place this year.
""",
    "denied": """
The minister declined to *attend* the summit.
The army denied that it had *shot down* the plane.
""",
    "held": """
Parliament *voted* on a resolution to expel foreign troops.
When the *visit* first came up, nobody cared.
He is the first premier to have *visited* the island.
The general also approved the *attacks* on the port.
The general had ordered the *attack* on the embassy.
She pointed to the *attack* on the consulate as proof.
He named the December *attack* on the consulate as an example.
He is accused of having planned the *attack* on the embassy in May.
The party *boycotted* the vote.
The army admits *downing* a passenger jet.
The army admitted it had unintentionally *shot down* the plane.
The plane's crew was *shot* down, killing all on board.
Thousands took part in the *funeral*, which had been delayed by the crush.
The *meeting* was thought to be the first of the two since May.
Chad and Niger announced a late *deal* on water on Monday.
He berated both for failing to warn farmers before *turning* off the water.
The *attack*, approved by the general, killed three.
The *talks* were delayed by an hour and finally took place in the evening.
The minister met the king and held *talks* with farmers.
The two *talked* on the phone about the summit.
She put the *meeting* at the top of her list.
The *meeting* on Monday was the longest yet.
""",
    "proposed": """
Parliament voted on a resolution to *expel* foreign troops.
Parliament votes for *expulsion* of foreign troops.
The lawmakers passed a resolution urging the government to *expel* the troops.
The premier has asked that foreign troops *withdraw*.
The union urged both to *settle* their row.
The envoy called for an immediate *ceasefire*.
Lawmakers backed a bill to *expel* the diplomats.
The chamber adopted a resolution calling for the *withdrawal* of foreign troops.
""",
    "possible": """
There was talk of a *visit* in June.
Officials talked up the potential for *strikes* more than once.
The only cloud on the feast is the threat of *strikes*.
A fishing *deal* will be among the subjects.
A free-trade *deal* will be discussed at the summit.
She hopes to *strike* a trade deal with Chile.
The firm hopes to win a *contract*.
It is likely that fishing, quotas and a tax *deal* will be among the matters discussed.
Reports suggest the premier will *meet* the queen.
The rebels had threatened to *attack* the town if the talks failed.
""",
    "ongoing": """
The storm took place as *protests* continue in the capital.
""",
    "planned": """
The visit was confirmed as mass *protests* were planned.
A new date for the *visit* will be announced.
The minister would be the highest official to *meet* with the king since he took office.
Campaigners across the land are organising online to *stage* big protests.
The president announced a *trip* to Chad.
He will be proud to *visit* Chad.
The president approved *attacks* on rebel bases.
The general ordered the *withdrawal* of all troops by June.
The *visit* was postponed in May and is now planned for August.
The *visit* looks set to go ahead.
The minister will meet the king and *hold* talks with farmers.
The king will open the fair and *visit* a school.
""",
}  # fmt: skip

HEADLINES = {
    "denied": ["Ministry denies *attack* on plant"],
    "held": [
        "Quake kills ten, halts *match*",
        "Inquiry opens after ten *die* in mine",
        "King *welcomes* premier at palace",
        "Dozens killed in *attack* on market",
        "Premier *meets* rebels in Bamako",
        "Russia *hits* grain port",
        "*Talks* fail in Vienna",
        "Ministers *sign* fishing pact",
    ],
    "planned": [
        "Premier heads to Lima for *talks*",
        "Ministers gather for *summit* on trade",
        "President to *visit* Hanoi",
        "President to visit Chile in July, *meet* with PM Ana Diaz",
        "Leaders set to *meet* in Oslo",
        "Minister to *hold* talks with rebels",
    ],
    "possible": [
        "Ruritania says nears Chilean gas *deal*, firm denies",
        "Could the two leaders *meet* in Lima?",
        "Union threatens *strike* over pay",
        "Premier may *visit* Hanoi",
        "Rivals near *deal* on water",
        "Army threatens to *attack* port",
    ],
    "postponed": [
        "Crush at opera house causes injuries, delays *opening*",
        "Storm delays rocket *launch*",
        "*Summit* postponed after storm",
        "King puts off *visit*",
    ],
    "cancelled": [
        "Storm floods harbour, cancels *visit*",
        "Premier scraps *visit* to Lima amid protests",
        "President cancels *trip* to Hanoi",
        "*Talks* called off",
    ],
    "doubtful": ["Doubts over premier's *visit* to Lima", "Storm puts *summit* in doubt", "Premier unlikely to *visit* Hanoi"],
}


def _flat(cases: dict[str, str]) -> list[tuple[str, str]]:
    return [(status, line) for status, lines in cases.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("status", "sentence"), [*_flat(CASES), *_flat(MORE)])
def test_status_of_a_sentence(parser: Parser, status: str, sentence: str) -> None:
    assert read(parser, sentence).status == status


@pytest.mark.parametrize(("status", "headline"), [(s, line) for s, lines in HEADLINES.items() for line in lines])
def test_status_of_a_headline(parser: Parser, status: str, headline: str) -> None:
    assert read(parser, headline, kind="title").status == status


def read(parser: Parser, marked: str, kind: BlockKind = "paragraph") -> StatusReading:
    annotated, trigger = parsed(parser, marked, kind)
    return read_status(Tree(annotated), annotated, trigger, nominal=trigger.pos not in ("VERB", "AUX"))


def parsed(parser: Parser, marked: str, kind: BlockKind = "paragraph") -> tuple[AnnotatedArticle, Token]:
    at = marked.index("*")
    text = marked.replace("*", "")
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block(start, start + len(line), kind))
        start += len(line) + 1
    article = Article("a", "p", None, "", None, None, (), None, None, None, "en", on(PUBLISHED), text, tuple(blocks), ())
    annotated = parser.parse(article)
    return annotated, next(t for t in annotated.tokens if t.start <= at < t.end)


def with_time(annotated: AnnotatedArticle, words: str, day: date) -> AnnotatedArticle:
    start = annotated.article.text.index(words)
    inside = [t.index for t in annotated.tokens if start <= t.start < start + len(words)]
    time = TimeExpression(inside[0], inside[-1] + 1, Span("a", start, start + len(words)), "DATE", day.isoformat(), on(day))
    return AnnotatedArticle(annotated.article, annotated.tokens, annotated.sentences, annotated.turns, (time,))


@pytest.mark.parametrize(
    ("sentence", "words", "day", "status"),
    [
        ("The minister *opens* the fair on 20 May.", "20 May", date(2020, 5, 20), "planned"),
        ("The minister *opens* the fair on 2 May.", "2 May", date(2020, 5, 2), "held"),
        ("The *summit* on 20 May worries the town.", "20 May", date(2020, 5, 20), "planned"),
        ("The ministers *met* to prepare the fair on 20 May.", "20 May", date(2020, 5, 20), "held"),
        ("The envoys are *meeting* on 20 May.", "20 May", date(2020, 5, 20), "planned"),
    ],
)
def test_a_time_after_publication_looks_ahead(parser: Parser, sentence: str, words: str, day: date, status: str) -> None:
    annotated, trigger = parsed(parser, sentence)
    annotated = with_time(annotated, words, day)
    assert read_status(Tree(annotated), annotated, trigger, nominal=trigger.pos == "NOUN").status == status


def test_a_clause_is_a_border(parser: Parser) -> None:
    sentence = "The president will quickly lift sanctions imposed over the country's *annexation* of the islands."
    assert read(parser, sentence).status == "held"


def test_a_noun_without_a_cue_takes_the_status_of_the_same_word_elsewhere(parser: Parser) -> None:
    assert read(parser, "The minister cancelled the *visit* to Lyon.\nThe mayor spoke of the visit.").status == "cancelled"
    assert read(parser, "The minister will make a visit to Lyon.\nThe mayor spoke of the *visit*.").status == "planned"


def test_evidence_names_the_deciding_words(parser: Parser) -> None:
    annotated, trigger = parsed(parser, "The *summit* was postponed.")
    reading = read_status(Tree(annotated), annotated, trigger, nominal=True)
    assert "postponed" in [annotated.tokens[i].text for i in reading.evidence]
    assert reading.tense == "future"
    assert 0 < reading.confidence <= 1


def test_questions_are_less_sure(parser: Parser) -> None:
    assert read(parser, "Did the two ministers *meet* in Riga?").confidence < read(parser, "The two ministers *met* in Riga.").confidence


@pytest.mark.parametrize(
    ("question", "answer", "status"),
    [
        ("Is the president cancelling his *trip* to Chile?", "No. There is no change to the schedule.", "planned"),
        ("Will the president *meet* the king?", "No.", "doubtful"),
        ("Did the president *meet* the king?", "No, that is not true.", "denied"),
        ("Did the president *meet* the king?", "Yes, on Monday.", "held"),
        ("Is the *summit* cancelled?", "We have postponed the summit.", "postponed"),
        ("Is the *visit* off?", "We are still planning on it.", "planned"),
        ("Will he *visit* Chile?", "I have nothing on that today.", None),
    ],
)
def test_an_answer_sets_the_status_of_its_question(parser: Parser, question: str, answer: str, status: str | None) -> None:
    annotated, trigger = parsed(parser, f"MS. STONE: Good morning.\nQ {question}\nMS. STONE: {answer}")
    tree = Tree(annotated)
    reading = read_status(tree, annotated, trigger, nominal=trigger.pos == "NOUN")
    found = answer_status(tree, annotated, trigger, reading)
    assert (found.status if found else None) == status


def test_the_word_lists_load() -> None:
    words = ontology.load_status_words()
    assert words.object["call off"] == "cancelled"
    assert words.combine["postponed"]["denied"] == "planned"


def test_an_unknown_key_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ontology, "KINDS", (*ontology.KINDS, "verbz"))
    with pytest.raises(OntologyError, match="verbz"):
        ontology.load_status_words.__wrapped__()


def test_what_a_reporter_states_before_asking_is_not_asked(parser: Parser) -> None:
    text = "MS. STONE: Good morning.\nQ The king cancelled his *trip* to Chile. Is it fair to say he stays?\nMS. STONE: We may plan a trip."
    annotated, trigger = parsed(parser, text)
    tree = Tree(annotated)
    reading = read_status(tree, annotated, trigger, nominal=True)
    assert reading.status == "cancelled"
    assert answer_status(tree, annotated, trigger, reading) is None
