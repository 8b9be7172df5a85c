using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Naming;

namespace KoreXo.Generator.Tests.Binding;

public sealed class CaseNamesTests
{
    [Theory]
    [InlineData("EnableChannelRequest", "EnableWebChannelRequest EnableSlackChannelRequest", "Web Slack")]
    [InlineData("ImportRequest", "ImportNewBotFromArchive ImportNewBotFromFiles", "Archive Files")]
    [InlineData("Animal", "Cat Dog", "Cat Dog")]
    public void The_words_that_all_cases_share_are_left_out(string union, string types, string names) =>
        Assert.Equal(names, Names(union, types));

    [Theory]
    [InlineData("Shape", "ShapeOption1 Circle", "Option1 Circle")]
    [InlineData("Message", "UserMessage Attachment", "User Attachment")]
    [InlineData("ToolChoice", "ToolChoiceOption1 NamedToolChoice", "Option1 Named")]
    public void The_name_of_the_union_is_left_out(string union, string types, string names) => Assert.Equal(names, Names(union, types));

    [Theory]
    [InlineData("Animal", "Pet PetCat", "Pet PetCat")]
    [InlineData("Animal", "Animal AnimalCat", "Animal Cat")]
    [InlineData("Animal", "PetCat", "PetCat")]
    public void A_word_of_each_name_is_left(string union, string types, string names) => Assert.Equal(names, Names(union, types));

    [Theory]
    [InlineData("Message", "UserMessage MessageUser", "UserMessage MessageUser")]
    [InlineData("Message", "UserMessage User", "UserMessage User")]
    [InlineData("Message", "MessageText string", "MessageText Text")]
    [InlineData("Message", "MessageTaken Attachment", "MessageTaken Attachment")]
    [InlineData("Message", "Taken Attachment", "TakenCase Attachment")]
    public void A_name_that_is_taken_stays_whole(string union, string types, string names) => Assert.Equal(names, Names(union, types));

    [Fact]
    public void A_name_does_not_begin_with_what_is_no_letter() =>
        Assert.Equal("_1stPlace _2ndPlace", Names("Prize", "_1stPlace _2ndPlace"));

    [Fact]
    public void Kinds_of_values_share_no_words() =>
        Assert.Equal(
            "Text TextList Integer Web Slack",
            string.Join(
                ' ',
                CaseNames.Of(
                    "Union",
                    [
                        new TypeRef.Scalar(ScalarKind.String),
                        new TypeRef.List(new TypeRef.Scalar(ScalarKind.String)),
                        new TypeRef.Scalar(ScalarKind.Int64),
                        new TypeRef.Named("WebChannel", NamedKind.Object),
                        new TypeRef.Named("SlackChannel", NamedKind.Object),
                    ],
                    new NameScope()
                )
            )
        );

    [Fact]
    public void A_list_is_named_after_its_items() =>
        Assert.Equal(
            "Task TaskList",
            string.Join(
                ' ',
                CaseNames.Of(
                    "Union",
                    [new TypeRef.Named("Task", NamedKind.Object), new TypeRef.List(new TypeRef.Named("Task", NamedKind.Object))],
                    new NameScope()
                )
            )
        );

    private static string Names(string union, string types) =>
        string.Join(
            ' ',
            CaseNames.Of(
                union,
                [
                    .. types
                        .Split(' ')
                        .Select(static name =>
                            name == "string" ? (TypeRef)new TypeRef.Scalar(ScalarKind.String) : new TypeRef.Named(name, NamedKind.Object)
                        ),
                ],
                new NameScope("Taken")
            )
        );
}
