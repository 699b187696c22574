"""The pieces every screen is built from: named, keyboard-operable, wrapping, in every theme.

Each takes the `Theme` first where it paints itself; fields, groups and icon buttons do not
exist without a label or name. Signals come only from what a person did, never from a setter.

| module         | what it holds                                                             |
|----------------|---------------------------------------------------------------------------|
| `text`         | `Heading(text, level=1)`, `Text(text, role=, tint=)`; plain text, wrapped |
| `lines`        | `lines_under`, `read_in_runs`: what Tab reads in runs                     |
| `buttons`      | `Button(theme, text, kind=, glyph=)`, `IconButton(theme, glyph, name=)`   |
| `option_group` | `OptionGroup(theme, options, name=, multiple=)`: cards; `selected(tuple)` |
| `option_card`  | `RadioCard`, `TickCard`: one option                                       |
| `radio_group`  | `ChoiceGroup`, `ChoiceButton`: what cards and chips have in common         |
| `fields`       | `TextField`, `NoteField`, `ChoiceField`                                   |
| `whole_number` | `NumberField`: a whole number or nothing; `edited(number or None)`         |
| `search_field` | `SearchField`: one line to search with; nothing of it is kept             |
| `date_field`   | `DateField`: written or picked; `edited(date or None)`                    |
| `kept`         | `KeptField`: what fields build on whose words are never lost              |
| `labelled`     | `Labelled`: what a form row of your own builds on; `show_fault(text)`     |
| `chips`        | `Chips(theme, options, name=)`: one of a few, as pills                    |
| `notice`       | `Notice(theme)`: `tell(kind, message, action=)`, `offer_undo(message)`    |
| `badge`        | `Badge(theme, Mark.APPLIES)`, `Tag(theme, word, glyph=, tone=)`           |
| `cards`        | `Card(theme, name=, tone=)` with a `column`; `Surface`, `Rule`            |
| `disclosure`   | `Disclosure(theme, title, make_content)`: opens in place, made when opened |
| `progress`     | `ProgressLine(theme, name=)`: words and a thin bar                        |
| `layouts`      | `FlowLayout`, `column_in(widget)`, `row_in(widget)`, `row_of(*widgets)`   |
| `scroll_column` | `ScrollColumn(theme)` with a `column`                                    |
| `scrolled_list` | `ScrolledList(theme)`: scrolls in a dialog that does not                  |
| `announcer`    | `announce(widget, message)`, `Announcer(widget).say_soon(message)`        |
| `motion`       | `unfold(theme, widget)`: show it calmly                                   |
| `pictures`     | `Picture(theme, glyph)`: an icon beside words                             |
| `roles`        | `Spoken`: role, heading level, open state for a widget of your own        |
| `painting`     | `wrap`, `box`, `mirrored`: for widgets that paint themselves              |
"""
