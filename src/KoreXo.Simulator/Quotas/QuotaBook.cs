using System.Collections.Concurrent;
using System.Globalization;
using KoreXo.OpenApi.Document;
using KoreXo.OpenApi.Vocabulary;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Routing;
using KoreXo.Simulator.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace KoreXo.Simulator.Quotas;

/// <summary>Counts requests against all rate limits, on a separate clock.</summary>
internal sealed class QuotaBook
{
    private readonly ConcurrentDictionary<(string ClientId, string Budget, string Key), QuotaCount> _counts = new();
    private readonly Dictionary<string, IReadOnlyList<RateLimitRule>> _raised;
    private readonly TimeProvider _clock;
    private readonly bool _isEnforced;

    /// <param name="quotas">The windows that replace the documented ones, by budget.</param>
    /// <param name="isEnforced">Whether a call beyond a window is rejected rather than only counted.</param>
    /// <param name="clock">The clock of the windows.</param>
    public QuotaBook(IEnumerable<KeyValuePair<string, IReadOnlyList<RateLimitRule>>> quotas, bool isEnforced, TimeProvider clock)
    {
        _isEnforced = isEnforced;
        _clock = clock;
        _raised = new(quotas, StringComparer.Ordinal);
    }

    /// <exception cref="RefusalException">429: a window is exhausted.</exception>
    public void Demand(ApiOperation operation, SimulatedApp? app, Route route, RequestTarget target, IHeaderDictionary headers)
    {
        if (operation.RateLimit is not { } rule)
        {
            return;
        }

        // One count for each app, budget and value of 'by': an app may call "bot" operations 60 times a minute for bot A, and 60 times
        // for bot B. The value comes from the request as it was sent, before parameters are validated, because an invalid request counts
        // too.
        var key = (app?.ClientId ?? "", rule.Budget, KeyOf(rule, route, target, headers));
        var count = _counts.GetOrAdd(
            key,
            static (_, windows) => new QuotaCount(windows),
            _raised.GetValueOrDefault(rule.Budget) ?? Documented(rule)
        );
        if (count.Count(_clock) is { } exhausted && _isEnforced)
        {
            // Clients recognize rate limiting by these very strings, so the simulator has to use them: that of the hour where the hour is
            // exhausted, that of the minute otherwise. A limit that the vendor's pages do not list gets the one that names no window, as
            // its length is a guess.
            var text = rule.Documented ? operation.Refusals.For(exhausted.Length) : operation.Refusals.WithoutWindow;
            throw Refusal(
                text,
                string.Create(CultureInfo.InvariantCulture, $"{exhausted.Calls} requests in {exhausted.Length.TotalSeconds} s")
            );
        }
    }

    public static RefusalException Refusal(string text, string rate) => new(429, $"{text} ({rate})");

    public IReadOnlyList<SimulatedRateLimit> Snapshot() =>
        [.. _counts.Select(entry => entry.Value.Snapshot(entry.Key.ClientId, entry.Key.Budget, entry.Key.Key, _clock.GetUtcNow()))];

    private static RateLimitRule[] Documented(XRateLimit rule) =>
        [.. rule.Windows.Select(window => new RateLimitRule(window.Calls, TimeSpan.FromSeconds(window.Seconds)))];

    private static string KeyOf(XRateLimit rule, Route route, RequestTarget target, IHeaderDictionary headers) =>
        string.Join(
            '/',
            rule.By.Select(parameter =>
                parameter.In switch
                {
                    ParameterLocation.Path => route.PathValues.GetValueOrDefault(parameter.Name, ""),
                    ParameterLocation.Query => QueryHelpers.ParseQuery(target.Query).GetValueOrDefault(parameter.Name).ToString(),
                    _ => headers[parameter.Name].ToString(),
                }
            )
        );
}
