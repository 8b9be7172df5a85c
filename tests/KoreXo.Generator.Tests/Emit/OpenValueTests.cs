namespace KoreXo.Generator.Tests.Emit;

/// <summary>Choices between known values and any string, which say that there may be other values.</summary>
public sealed class OpenValueTests
{
    [Theory]
    [InlineData("Model", "Model")]
    [InlineData("Size", "SpeechSize?")]
    [InlineData("Swapped", "SpeechSwapped?")]
    [InlineData("Voice", "Voice?")]
    [InlineData("Maybe", "Voice?")]
    [InlineData("NullText", "SpeechNullText?")]
    [InlineData("Wrapped", "Voice?")]
    [InlineData("Nested", "Model?")]
    [InlineData("Seen", "SpeechSeen?")]
    [InlineData("Bounded", "SpeechBounded?")]
    [InlineData("List", "IReadOnlyList<Voice>")]
    public async Task Known_values_or_any_string_are_the_known_values(string member, string expected) =>
        Assert.Equal(expected, await MemberTypes.OfAsync("open-values", "Speech", member));

    [Theory]
    [InlineData("Model")]
    [InlineData("SpeechSize")]
    [InlineData("SpeechSwapped")]
    [InlineData("SpeechNullText")]
    [InlineData("SpeechSeen")]
    [InlineData("SpeechBounded")]
    public async Task The_type_is_a_value_set(string type) => Assert.Equal("True", await IsSetAsync(type));

    [Theory]
    [InlineData("SpeechDated")]
    [InlineData("SpeechWithNumber")]
    [InlineData("SpeechSeveral")]
    public async Task Other_choices_stay_unions(string type) => Assert.Equal("False", await IsSetAsync(type));

    [Theory]
    [InlineData("""{"model":"tts-1","size":"small","swapped":"wav","voice":"ash","nested":"tts-1-hd","bounded":"base","list":["alloy"]}""")]
    [InlineData("""{"model":"tts-9","size":"","swapped":"ogg","voice":"mine","nested":"other","bounded":"ft:1","list":["own","ash"]}""")]
    [InlineData("""{"model":"tts-1","maybe":null,"nullText":null}""")]
    [InlineData("""{"model":"tts-1","maybe":"alloy","nullText":"hushed","dated":"2026-01-02","withNumber":7,"several":"none"}""")]
    public async Task Known_and_unknown_values_survive(string json) =>
        Assert.Equal(json, await Sample.RoundTripAsync("open-values", "Speech", json));

    [Theory]
    [InlineData("Model = Model.Tts1Hd, Voice = Voice.Ash", """{"model":"tts-1-hd","voice":"ash"}""")]
    [InlineData("Model = \"tts-9\", Voice = \"mine\"", """{"model":"tts-9","voice":"mine"}""")]
    public async Task A_value_is_sent_as_a_string(string members, string body) =>
        Assert.Equal(body, (await Sample.RequestAsync("open-values", $"await client.PutSpeechAsync(new Speech {{ {members} }});")).Body);

    [Fact]
    public async Task A_parameter_with_one_known_value_is_still_asked_for() =>
        Assert.Equal(
            "GET /speech?voice=ash&model=tts-9",
            (await Sample.RequestAsync("open-values", "await client.GetSpeechAsync(\"tts-9\", new() { Voice = Voice.Ash });")).Line
        );

    [Fact]
    public async Task A_part_of_a_form_is_a_text_without_quotes() =>
        Assert.Contains(
            "\r\n\r\nwhisper-9\r\n",
            (await Sample.RequestAsync("open-values", "await client.UploadAsync(new UploadRequest { Model = \"whisper-9\" });")).Body,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("<summary>Which model speaks.</summary>")]
    [InlineData("<summary>The known values; others may occur.</summary>")]
    public void The_documentation_says_that_others_may_occur(string expected)
    {
        var run = Sample.Run(Sample.Document("open-values"));

        Assert.Contains(
            expected,
            run.Source(run.Files.Single(static name => name.EndsWith("Models.g.cs", StringComparison.Ordinal))),
            StringComparison.Ordinal
        );
    }

    private static Task<string> IsSetAsync(string type) =>
        Sample.RunAsync("open-values", $"return (typeof({type}).GetProperty(\"IsKnown\") is not null).ToString();");
}
