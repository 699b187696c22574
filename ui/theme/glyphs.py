"""The names of the shipped icons."""

from enum import StrEnum


class Glyph(StrEnum):
    """Every shipped icon; the value is its file's name."""

    A_LARGE_SMALL = "a-large-small"
    BOOK_OPEN = "book-open"
    CALENDAR = "calendar"
    CHECK = "check"
    CHEVRON_DOWN = "chevron-down"
    CHEVRON_LEFT = "chevron-left"
    CHEVRON_RIGHT = "chevron-right"
    CIRCLE = "circle"
    CIRCLE_ALERT = "circle-alert"
    CIRCLE_CHECK = "circle-check"
    CIRCLE_DASHED = "circle-dashed"
    CIRCLE_DOT = "circle-dot"
    CIRCLE_MINUS = "circle-minus"
    CIRCLE_PLUS = "circle-plus"
    CIRCLE_QUESTION_MARK = "circle-question-mark"
    CIRCLE_SLASH = "circle-slash"
    CLIPBOARD_LIST = "clipboard-list"
    CONTRAST = "contrast"
    COPY = "copy"
    COPY_PLUS = "copy-plus"
    DOOR_CLOSED = "door-closed"
    DOOR_OPEN = "door-open"
    DOWNLOAD = "download"
    ELLIPSIS = "ellipsis"
    EXTERNAL_LINK = "external-link"
    EYE = "eye"
    FILE_CHECK = "file-check"
    FILE_DOWN = "file-down"
    FOLDER_OPEN = "folder-open"
    GIT_COMPARE = "git-compare"
    HEART_HANDSHAKE = "heart-handshake"
    HOUSE = "house"
    IMAGE = "image"
    INFO = "info"
    LAYERS = "layers"
    LIBRARY = "library"
    LIGHTBULB = "lightbulb"
    LIST_CHECKS = "list-checks"
    MAP_PIN = "map-pin"
    MESSAGE_SQUARE = "message-square"
    MINUS = "minus"
    PANEL_RIGHT_CLOSE = "panel-right-close"
    PANEL_RIGHT_OPEN = "panel-right-open"
    PENCIL = "pencil"
    PLUS = "plus"
    PRESENTATION = "presentation"
    PRINTER = "printer"
    REDO_2 = "redo-2"
    REFRESH_CW = "refresh-cw"
    ROUTE = "route"
    SAVE = "save"
    SEARCH = "search"
    SETTINGS = "settings"
    SHIELD = "shield"
    SHIELD_ALERT = "shield-alert"
    SHIELD_CHECK = "shield-check"
    SHIELD_HALF = "shield-half"
    SPARKLES = "sparkles"
    SPROUT = "sprout"
    STAR = "star"
    TRASH_2 = "trash-2"
    TRENDING_UP = "trending-up"
    TRIANGLE_ALERT = "triangle-alert"
    UNDO_2 = "undo-2"
    UPLOAD = "upload"
    USER = "user"
    X = "x"


DIRECTED = frozenset(
    {
        Glyph.CHEVRON_LEFT,
        Glyph.CHEVRON_RIGHT,
        Glyph.EXTERNAL_LINK,
        Glyph.PANEL_RIGHT_CLOSE,
        Glyph.PANEL_RIGHT_OPEN,
        Glyph.REDO_2,
        Glyph.UNDO_2,
    }
)
"""Those that point somewhere, and turn round in text from right to left."""
