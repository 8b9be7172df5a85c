using System.Globalization;

namespace KoreXo.Simulator.Conversations;

/// <summary>The sessions of all bots. Sorted lists of sessions and messages are cached until sessions are added or removed.</summary>
internal sealed class ConversationStore(IdSource ids)
{
    private static readonly string[] Containments = ["selfService", "dropOff", "agent"];

    private readonly Lock _gate = new();
    private readonly Dictionary<string, SimulatedSession> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Timeline<SimulatedSession>> _timelines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Timeline<MessagePlace>> _messages = new(StringComparer.Ordinal);
    private readonly List<SimulatedCustomer> _customers = [];
    private long _sequence;

    /// <summary>Generates sessions.</summary>
    public IReadOnlyList<SimulatedSession> Seed(SimulatedBot bot, int count, SessionSeed seed, DateTimeOffset now)
    {
        var to = seed.To ?? now;
        var from = seed.From ?? to - SessionSeed.DefaultLength;

        // Each session gets an equal slot of the time, and its messages follow at a steady pace that fills the slot at most, with 20
        // seconds between two at most. So the sessions of one seeding do not overlap, and the messages of all sessions, in order of
        // session, are in order of time already.
        var slot = (to - from) / count;
        var pace = slot / (seed.MessagesPerSession + 1);
        pace = pace > TimeSpan.FromSeconds(20) ? TimeSpan.FromSeconds(20) : pace;
        lock (_gate)
        {
            var sessions = new List<SimulatedSession>(count);
            for (var index = 0; index < count; index++)
            {
                var isAlert = seed.AlertEvery > 0 && (index + 1) % seed.AlertEvery == 0;
                sessions.Add(
                    new SimulatedSession(ids.Digits(), bot, Customer(index % seed.Users))
                    {
                        Channel = seed.Channels[index / seed.Users % seed.Channels.Count],
                        StartedOn = from + (slot * index),
                        Containment = Containments[index % Containments.Length],
                        IsAlert = isAlert,
                        MessageCount = seed.MessagesPerSession,
                        Pace = pace,
                        Sequence = ++_sequence,
                    }
                );
                _sessions.Add(sessions[^1].Id, sessions[^1]);
            }

            Forget();
            return sessions;
        }
    }

    public SimulatedSession? Find(string id)
    {
        lock (_gate)
        {
            return _sessions.GetValueOrDefault(id);
        }
    }

    /// <summary>Returns the sessions of a bot, or of all bots, ordered by start time.</summary>
    public Timeline<SimulatedSession> Sessions(SimulatedBot? bot)
    {
        lock (_gate)
        {
            return SessionsOf(bot);
        }
    }

    // Messages are computed from their session, so only their places are listed: 16 bytes each. The list is built at the first request
    // and kept until a session is added or removed. One key is the empty string, for the messages of all bots.
    /// <summary>Returns the messages of a bot, or of all bots.</summary>
    public Timeline<MessagePlace> Messages(SimulatedBot? bot)
    {
        lock (_gate)
        {
            var key = bot?.Id ?? "";
            if (!_messages.TryGetValue(key, out var timeline))
            {
                var places = SessionsOf(bot)
                    .Items.SelectMany(session =>
                        Enumerable.Range(0, session.MessageCount).Select(index => new MessagePlace(session, index))
                    )
                    .ToArray();
                Sort(places);
                _messages[key] = timeline = new Timeline<MessagePlace>(places, place => place.SentOn);
            }

            return timeline;
        }
    }

    /// <summary>Removes the sessions that match a condition.</summary>
    /// <returns>The number of removed sessions.</returns>
    public int Remove(Func<SimulatedSession, bool> condition)
    {
        lock (_gate)
        {
            var removed = _sessions.Values.Where(condition).Select(session => session.Id).ToList();
            removed.ForEach(id => _sessions.Remove(id));
            Forget();
            return removed.Count;
        }
    }

    /// <summary>
    /// Sorts the messages unless they are already in order, which they usually are, since most generated sessions do not overlap.
    /// </summary>
    private static void Sort(MessagePlace[] places)
    {
        for (var index = 1; index < places.Length; index++)
        {
            if (places[index] < places[index - 1])
            {
                Array.Sort(places);
                return;
            }
        }
    }

    private Timeline<SimulatedSession> SessionsOf(SimulatedBot? bot)
    {
        var key = bot?.Id ?? "";
        if (!_timelines.TryGetValue(key, out var timeline))
        {
            var sessions = _sessions
                .Values.Where(session => bot is null || session.Bot == bot)
                .OrderBy(session => session.StartedOn)
                .ThenBy(session => session.Sequence)
                .ToArray();
            _timelines[key] = timeline = new Timeline<SimulatedSession>(sessions, session => session.StartedOn);
        }

        return timeline;
    }

    private SimulatedCustomer Customer(int index)
    {
        while (_customers.Count <= index)
        {
            var number = (_customers.Count + 1).ToString(CultureInfo.InvariantCulture);
            _customers.Add(new SimulatedCustomer("u-" + ids.Groups(), $"customer{number}@example.com"));
        }

        return _customers[index];
    }

    private void Forget()
    {
        _timelines.Clear();
        _messages.Clear();
    }
}
