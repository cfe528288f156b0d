# SPDX-License-Identifier: AGPL-3.0-or-later
"""The lists of revealing words catch what they must, in every form, and nothing ordinary (R18)."""

from __future__ import annotations

import pytest

from plugins.languages import ITALIAN, LANGUAGES, by_tag
from plugins.word_lists import WordList, fold, list_path, read_lines, revealing_words
from tests.conftest import ROOT
from tests.unit.folders import write

# Trafficking, exploitation, prostitution, victim, slavery, police, report to the police: in forms
# that a sentence needs, not in that of a dictionary.
REVEALING = {
    "it": "della tratta|tratte|trafficanti|sfruttati|alla prostituzione|le vittime|schiavitù|Polizia|denunciare|caporalato",
    "en": "trafficked|anti-trafficking|exploited|prostitutes|victims’|enslaved|the police|reporting|brothels|slavery",
    "ro": "traficului de persoane|antitrafic|exploatați|prostituției|victimelor|sclavie|poliției|Poliție|plângerii|polițistul",
    "ar": "للاتجار بالبشر|الإتجار|يستغلّونك|واستغلال|الدعارة|ضحايا|للضحية|العبودية|بالشرطة|شكوى|والشكاوى|مستغلين",
    "sq": "trafikimit|shfrytëzuar|shfrytezimit|prostitucionit|viktimave|skllavërisë|skllevër|policisë|denoncojnë|kallëzimi",
    "pa": "ਤਸਕਰੀ|ਇਨਸਾਨਾਂ ਦੇ ਵਪਾਰ|ਸ਼ੋਸ਼ਣ|ਵੇਸਵਾਵਾਂ|ਪੀੜਤਾਂ|ਗ਼ੁਲਾਮੀ|ਗੁਲਾਮ|ਪੁਲਿਸ|ਰਿਪੋਰਟਾਂ|ਦਲਾਲਾਂ",
    "fr": "la traite des êtres humains|trafiquants|exploitées|prostituée|victimes|l’esclavage|Policière|porter plainte|gendarmerie|proxénète",
    "es": "trata de personas|traficantes|explotadas|prostitución|víctimas|Victima|esclavitud|la policía|denunciar|denuncias|explotó",
    "pcm": "traffickers|exploitation|dem dey cheat|ashawo|victims|slavery|police people|report am",
    "ur": "انسانی تجارت|سمگلنگ|استحصال|جسم فروشی|شکار|غلامی|پولیس|پوليس|رپورٹیں|ناجائز فائدہ",
    "bn": "পাচারকারী|মানব পাচারের|শোষণের|শোষিত|যৌনকর্মী|পতিতাবৃত্তি|শিকার|দাসত্ব|পুলিশের|মামলায়",
    "uk": "торгівлею людьми|торговці людьми|експлуатації|проституція|жертвам|постраждалих|рабство|раби|поліцейський|у поліцію",
    "zh-Hans": "人口贩运|被拐卖的人|剥削你|卖淫|受害者|奴隶|警察|去报案|打电话报警",
    "pt-BR": "tráfico de pessoas|traficada|exploração|explorados|prostituição|vítimas|escravidão|Polícia|policial|denunciar",
    "hi": "मानव तस्करी|इंसानों का व्यापार|शोषण|शोषित|वेश्याओं|पीड़ितों|पीडित|ग़ुलामी|गुलाम|पुलिस|रिपोर्ट",
    "ru": "торговлей людьми|торговцы людьми|эксплуатируют|проституции|жертвы|пострадавшие|рабство|рабов|полицейский|сутенёры",
    "it-simple": "tratta di persone|sfrutta|prostituirsi|vittima|schiava|polizia|denuncia",
}  # fmt: skip
# Ordinary words of such titles and descriptions that begin, sound or look the same.
ORDINARY = {
    "it": "di che cosa si tratta|trattamento dei dati|un contratto|traffico dati|trattare bene|Attraverso il telefono|antichità",
    "en": "traffic on the road|explore the site|policy|treat|reporter|polite words|sex, age and name",
    "ro": "politica de confidențialitate|politicos|trafic de date|nu plânge|exploră site-ul|relatare",
    "ar": "الجنسية|حقوقك وجنسيتك|التجارة|التجار|أشرطة|تضحية|عيد الأضحى|الرقم المجاني|رقيقة|مستقبلك",
    "sq": "politika|trafiku rrugor|tregti|si ta përdorësh sajtin|shfletues|polonisht",
    "pa": "ਵਪਾਰ|ਸੁਰੱਖਿਆ|ਪੀਣ ਦਾ ਪਾਣੀ|ਸ਼ਿਕਵਾ|ਪੁਲ",
    "fr": "de quoi on traite|traitement des données|traiter avec respect|politique|explorer le site|se plaindre|système d’exploitation|complaisance",
    "es": "de qué se trata|tratamiento médico|política de privacidad|contrato|tráfico de datos|explorar|tratar bien",
    "pcm": "polite|wetin you fit do|traffic for road|repeat|teacher",
    "ur": "تجارت|فائدہ|شکر گزار|غلط نمبر|نام|جنس",
    "bn": "স্বীকার|অধিকার|শিশু|দাম|চার|পুল",
    "uk": "торгівля|робота|дозвіл на роботу|заява на дозвіл|політика|пожертви|поліс|експерт",
    "zh-Hans": "买东西|公开|安全|报名|受保护的地方|告诉你|卖菜|性别",
    "pt-BR": "explore o site|explorar as páginas|tráfego|política|cafeteria|contrato|tratar|polido",
    "hi": "व्यापार|देह|पीने का पानी|शिकवा|पुल|दस्तावेज़",
    "ru": "торговля|работа|рабочий день|заявление на визу|трафик интернета|политика|полис|жёлтый",
    "it-simple": "si tratta di te|trattamento|un contratto",
}  # fmt: skip


def forms(table: dict[str, str]) -> list[object]:
    """Return (language, words) of a table as parameters."""
    return [
        pytest.param(by_tag(tag), text, id=f"{tag}:{text}")
        for tag, written in table.items()
        for text in written.split("|")
    ]


def test_every_language_is_tried() -> None:
    """Every published language has its list, and words here to try it with (R18)."""
    tags = [language.tag for language in LANGUAGES]

    assert (tags, tags) == (list(REVEALING), list(ORDINARY))
    assert [] == [
        language.tag for language in LANGUAGES if not read_lines(ROOT, list_path(language))
    ]


@pytest.mark.parametrize(("language", "text"), forms(REVEALING))
def test_a_revealing_word_is_found_in_every_form(language, text) -> None:
    """Trafficking, exploitation, prostitution, victim, slavery, police, report: all are found (R18)."""
    assert WordList(read_lines(ROOT, list_path(language))).found(text)


@pytest.mark.parametrize(("language", "text"), forms(ORDINARY))
def test_an_ordinary_word_passes(language, text) -> None:
    """A word that only begins or looks the same is nobody's alarm (R18)."""
    assert "" == revealing_words(ROOT, language).found(text)


def test_the_italian_words_hold_everywhere() -> None:
    """An Italian word in a page of any language is understood by whoever looks over a shoulder."""
    languages = [language.tag for language in LANGUAGES if not revealing_words(ROOT, language).found("una vittima")]  # fmt: skip

    assert [] == languages


@pytest.mark.parametrize(
    ("line", "text", "found"),
    [
        ("rosa", "una rosa", True),
        ("rosa", "rosato", False),
        ("ros*", "rosato", True),
        ("ros*", "una prosa", False),
        ("*ros*", "una prosa", True),
        ("*rosa", "una prosa", True),
        ("due parole", "due\n parole", True),
        ("due parol*", "due, parolette", True),
        ("parl* due", "parlano due", True),
        ("l'una", "L’UNA", True),
        ("città", "citta", True),
        ("- tratta", "la tratta", True),
        ("* tratta", "tratta", True),
        ("• due - parole", "due parole", True),
        ("solo * giorni", "solo due giorni", True),
        ("solo * giorni", "solo giorni", False),
        ("!", "una", False),
        ("*", "una", False),
        ("(", "una", False),
        ("...", "una", False),
        ("=======", "una", False),
        ("🙂", "una", False),
    ],
)
def test_lines_are_read_as_the_file_says(line, text, found) -> None:
    """A star stands for any letters; capitals, accents, spaces and stops make no difference."""
    assert found == bool(WordList((line,)).found(text))


def test_an_ordinary_phrase_takes_nothing_else_away() -> None:
    """What is let pass is only that phrase: the same word beside it is still found."""
    words = WordList(("tratta", "!si tratta"))

    assert ("", "tratta") == (words.found("Si tratta di te."), words.found("Si tratta di tratta."))


def test_a_word_is_named_as_the_list_has_it() -> None:
    """Staff read the line of the list, accents and all, with dots for stars."""
    assert "…schiavit…" == WordList(("*schiavit*",)).found("LA SCHIAVITU'")


def test_comments_are_no_words(tmp_path) -> None:
    """What stands behind # is for whoever keeps the list; a language may have none yet."""
    write(tmp_path, {list_path(ITALIAN): "# una\ndue  # tre\n\n"})

    assert (("due",), ()) == (
        read_lines(tmp_path, list_path(ITALIAN)),
        read_lines(tmp_path, list_path(by_tag("ro"))),
    )


def test_a_line_without_words_spoils_no_other() -> None:
    """A row of signs neither stands for every word nor takes the other lines away."""
    words = WordList(("=======", "!...", "tratta"))

    assert ("", "tratta") == (words.found("una casa"), words.found("la tratta"))


def test_an_invisible_sign_at_the_start_is_no_letter(tmp_path) -> None:
    """Windows puts one before the first word, which would then be found nowhere."""
    write(tmp_path, {list_path(ITALIAN): "tratta\n".encode("utf-8-sig")})

    assert ("tratta",) == read_lines(tmp_path, list_path(ITALIAN))


@pytest.mark.parametrize(
    ("one", "other"),
    [("پوليس", "پولیس"), ("ग़ुलाम", "गुलाम"), ("إتجار", "اتجار"), ("poliție", "poliţie"), ("ёж", "еж"), ("شـرطة", "شرطه")],
)  # fmt: skip
def test_spellings_of_one_word_are_one(one, other) -> None:
    """Keyboards of one script write one word with different signs."""
    assert fold(one) == fold(other)
