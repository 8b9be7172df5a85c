namespace KoreXo.Runtime.Tests;

/// <summary>What can happen to one attempt.</summary>
internal enum FaultKind
{
    None,
    Unreachable,
    ResetBeforeEffect,
    ResetAfterEffect,
    ErrorBeforeEffect,
    ErrorAfterEffect,
    RequestTimeout,
    NotFound,
    TooManyRequests,
    TooManyRequestsWithTime,
    MinuteInSuccess,
    HourInError,
    StaleToken,
    TruncatedAfterEffect,
    HangBeforeEffect,
    HangAfterEffect,
    UnavailableWithTime,
    ErrorInSuccess,
    Redirect,
}
