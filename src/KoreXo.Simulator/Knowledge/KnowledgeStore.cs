using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Knowledge;

/// <summary>The knowledge graphs by bot and language, and their extractions.</summary>
internal sealed class KnowledgeStore(IdSource ids, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string BotId, string Language), KnowledgeGraph> _graphs = [];
    private readonly List<Extraction> _extractions = [];

    /// <summary>Returns the graph of a bot's language.</summary>
    /// <exception cref="RefusalException">400: the bot does not have the language.</exception>
    public KnowledgeGraph Graph(SimulatedBot bot, string language)
    {
        bot.LanguageSet.Demand(language);
        lock (_gate)
        {
            if (!_graphs.TryGetValue((bot.Id, language), out var graph))
            {
                _graphs[(bot.Id, language)] = graph = new KnowledgeGraph(bot.Name, ids, time.GetUtcNow());
            }

            return graph;
        }
    }

    public void Add(Extraction extraction)
    {
        lock (_gate)
        {
            _extractions.Add(extraction);
        }
    }

    /// <summary>Returns the extractions of a bot.</summary>
    public IReadOnlyList<Extraction> Extractions(SimulatedBot bot)
    {
        lock (_gate)
        {
            return [.. _extractions.Where(extraction => extraction.BotId == bot.Id)];
        }
    }

    public SimulatedFaq NewFaq(string language, string question, string answer, KnowledgeNode node, string author) =>
        new(ids.Digits(), language, question, answer, node.Label)
        {
            NodeId = node.Id,
            CreatedOn = time.GetUtcNow(),
            CreatedBy = author,
        };
}
