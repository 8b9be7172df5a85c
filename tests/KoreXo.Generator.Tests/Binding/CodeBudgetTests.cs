using KoreXo.Generator.Binding;
using KoreXo.Generator.Model;
using KoreXo.Generator.Tests.Harness;
using KoreXo.OpenApi.Text;

namespace KoreXo.Generator.Tests.Binding;

/// <summary>The code that one document may become.</summary>
public sealed class CodeBudgetTests
{
    private static readonly string Million = new('x', 1_000_000);

    [Theory]
    [InlineData(199, false)]
    [InlineData(200, true)]
    public void Descriptions_count_twice_and_members_count(int members, bool isTooMuch) =>
        Assert.Equal(isTooMuch, IsTooMuch(budget => budget.Spend(Object(members, Million), "/components/schemas/A")));

    [Theory]
    [InlineData(133, false)]
    [InlineData(134, true)]
    public void Values_count_three_times(int values, bool isTooMuch) =>
        Assert.Equal(
            isTooMuch,
            IsTooMuch(budget =>
                budget.Spend(
                    new ValueSetModel
                    {
                        Name = "A",
                        Description = "",
                        IsDeprecated = false,
                        IsClosed = true,
                        Values = Enumerable.Range(0, values).Select(static _ => new ValueModel(Million, "X")).ToArray(),
                    },
                    ""
                )
            )
        );

    [Theory]
    [InlineData(19, false)]
    [InlineData(21, true)]
    public void The_members_of_all_cases_count(int cases, bool isTooMuch)
    {
        var members = Enumerable.Repeat("a", 1_000_000).ToArray();

        Assert.Equal(
            isTooMuch,
            IsTooMuch(budget =>
                budget.SpendShapes(
                    new UnionModel
                    {
                        Name = "U",
                        Description = "",
                        IsDeprecated = false,
                        Discriminator = null,
                        Cases = Enumerable
                            .Range(0, cases)
                            .Select(i => new UnionCase("C", new TypeRef.Scalar(ScalarKind.String), default, members, default))
                            .ToArray(),
                    },
                    ""
                )
            )
        );
    }

    [Fact]
    public void What_was_spent_is_added_up()
    {
        var budget = Budget();
        budget.Spend(Object(150, Million), "");

        Assert.Throws<SpecFormatException>(() => budget.Spend(Object(150, Million), ""));
    }

    [Theory]
    [InlineData("/components/schemas/A", 3)]
    [InlineData("/components/schemas/None", 0)]
    public void The_place_where_it_was_too_much_is_reported(string pointer, int line)
    {
        var budget = Budget();
        var fault = Assert.Throws<SpecFormatException>(() => budget.Spend(Object(300, Million), pointer));

        Assert.Equal((line, pointer, true), (fault.Line, fault.Pointer, fault.IsTooLarge));
        Assert.Equal(
            "it becomes more than 400 MB of C#, up to here; choose by Operations or Tags of its OpenApiSpec item what you need",
            fault.Message
        );
    }

    private static bool IsTooMuch(Action<CodeBudget> spend) => Record.Exception(() => spend(Budget())) is SpecFormatException;

    private static CodeBudget Budget() =>
        new(ReadDocument.From("openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas: { A: { type: object } }").Document);

    private static ObjectModel Object(int members, string description) =>
        new()
        {
            Name = "A",
            Description = "",
            IsDeprecated = false,
            AdditionalProperties = null,
            IsSent = false,
            IsForm = false,
            Properties = Enumerable
                .Range(0, members)
                .Select(_ => new PropertyModel
                {
                    WireName = "a",
                    CodeName = "a",
                    Name = "A",
                    Type = new TypeRef.Scalar(ScalarKind.String),
                    IsRequired = false,
                    IsNullable = false,
                    IsGivenByServer = false,
                    IsReadOnly = false,
                    IsSensitive = false,
                    IsDeprecated = false,
                    Constant = null,
                    Description = description,
                })
                .ToArray(),
        };
}
