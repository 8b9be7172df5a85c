namespace KoreXo.Simulator.Behaviors.Nlp;

/// <summary>The operations on utterances, training, knowledge and NLP settings.</summary>
internal static class NlpBehaviors
{
    public static IEnumerable<IOperationFamily> All(PlatformState platform) =>
        [
            new UtteranceOperations(platform),
            new TrainingOperations(platform),
            new ExtractionOperations(platform),
            new KnowledgeTaskOperations(platform),
            new FaqOperations(platform),
            new NlpSettingOperations(platform),
        ];
}
