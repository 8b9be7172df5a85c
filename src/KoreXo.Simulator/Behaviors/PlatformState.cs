using KoreXo.Simulator.Account;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Conversations;
using KoreXo.Simulator.Files;
using KoreXo.Simulator.Jobs;
using KoreXo.Simulator.Knowledge;
using KoreXo.Simulator.Notifications;
using KoreXo.Simulator.Tables;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors;

/// <summary>The complete state of a platform, and the services that its parts share.</summary>
internal sealed class PlatformState
{
    public PlatformState(int seed, TimeProvider time, int pollsPerJob)
    {
        Seed = seed;
        Time = time;
        PollsPerJob = pollsPerJob;
        Ids = new IdSource(seed);
        Bots = new BotStore(Ids, time);
        Files = new FileStore(Ids);
        Conversations = new ConversationStore(Ids);
        Knowledge = new KnowledgeStore(Ids, time);
    }

    public int Seed { get; }

    public TimeProvider Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public int PollsPerJob { get; }

    public IdSource Ids { get; }

    public AppRegistry Apps { get; } = new();

    public TableStore Tables { get; } = new();

    public BotStore Bots { get; }

    public FileStore Files { get; }

    public DownloadStore Downloads { get; } = new();

    public AccountDirectory Account { get; } = new();

    public ConversationStore Conversations { get; }

    public EventLog<SimulatedFeedback> Feedback { get; } = new(feedback => feedback.CreatedOn);

    public KnowledgeStore Knowledge { get; }

    public PushDeviceStore Devices { get; } = new();

    public RecipientBook Recipients { get; } = new();

    public EventLog<SimulatedChange> Changes { get; } = new(change => change.CreatedOn);

    public EventLog<SimulatedAuditEntry> Audit { get; } = new(entry => entry.CreatedOn);

    /// <summary>Returns the bot in the path of a call, under either of the two parameter names that paths use.</summary>
    /// <exception cref="RefusalException">404: the bot does not exist.</exception>
    public SimulatedBot BotOf(OperationCall call) => Bots.Demand(call.Parameters.Optional("botId") ?? call.Parameters.Text("streamId"));

    /// <summary>Logs a change of a bot.</summary>
    public void LogChange(SimulatedBot bot, SimulatedApp author, string resourceType, string message) =>
        Changes.Add(new SimulatedChange(Ids.Digits(), bot.Id, author.UserId, resourceType, message, Now));

    /// <summary>Logs an action of an administrator.</summary>
    public void LogEvent(string category, string name, string description) =>
        Audit.Add(new SimulatedAuditEntry(Ids.Digits(), category, name, description, Now));

    public JobStore<T> NewJobs<T>(string kind) => new(Time, PollsPerJob, kind);
}
