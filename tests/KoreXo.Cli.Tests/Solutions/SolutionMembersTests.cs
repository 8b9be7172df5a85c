using KoreXo.Cli.Outcomes;
using KoreXo.Cli.Solutions;
using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Solutions;

/// <summary>The C# projects that a solution lists, whatever else it has.</summary>
public sealed class SolutionMembersTests
{
    [Fact]
    public void The_projects_of_an_XML_solution_are_found_in_its_folders()
    {
        using var folder = new SpecFolder().Write(
            "a.slnx",
            """
            <Solution>
              <Folder Name="/src/"><Project Path="src\App\App.csproj" /><File Path="x.csproj" /></Folder>
              <Project Path="Lib.CSPROJ"><BuildType Project="Debug" /></Project>
              <Project Path="old.vbproj" /><Project />
            </Solution>
            """
        );

        Assert.Equal([folder.File("src/App/App.csproj"), folder.File("Lib.CSPROJ")], SolutionMembers.Read(folder.File("a.slnx")));
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void The_projects_of_a_text_solution_are_found_between_folders(string end)
    {
        using var folder = new SpecFolder().Write(
            "a.sln",
            string.Join(
                end,
                "\uFEFFMicrosoft Visual Studio Solution File, Format Version 12.00",
                """Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{1}" """,
                "EndProject",
                """Project("{9A19103F-16F7-4668-BE54-9A1E7A4F7556}") = "App", "..\my app\App.csproj", "{2}" """,
                "EndProject"
            )
        );

        Assert.Equal([Path.GetFullPath(folder.File("../my app/App.csproj"))], SolutionMembers.Read(folder.File("a.sln")));
    }

    [Fact]
    public void A_file_that_is_not_XML_is_refused_with_its_line()
    {
        using var folder = new SpecFolder().Write("a.slnx", "<Solution>\n<Project");

        var message = Assert.Throws<CommandException>(() => SolutionMembers.Read(folder.File("a.slnx"))).Message;

        Assert.StartsWith($"{folder.File("a.slnx")} is not a solution: ", message, StringComparison.Ordinal);
        Assert.Contains("Line 2", message, StringComparison.Ordinal);
    }

    // A clone of a repository with a blank in its name is often in such a folder.
    [Theory]
    [InlineData("my%20app.slnx")]
    [InlineData("C#.slnx")]
    [InlineData("what?.slnx")]
    [InlineData("größe.slnx")]
    public void A_name_that_a_URL_would_escape_is_a_name(string name)
    {
        if (OperatingSystem.IsWindows() && name.Contains('?', StringComparison.Ordinal))
        {
            return;
        }

        using var folder = new SpecFolder().Write(name, """<Solution><Project Path="App.csproj" /></Solution>""");

        Assert.Equal([folder.File("App.csproj")], SolutionMembers.Read(folder.File(name)));
    }

    [Fact]
    public void A_solution_without_projects_has_none()
    {
        using var folder = new SpecFolder().Write("a.slnx", "<Solution />").Write("b.sln", "");

        Assert.Empty(SolutionMembers.Read(folder.File("a.slnx")));
        Assert.Empty(SolutionMembers.Read(folder.File("b.sln")));
    }

    [Theory]
    [InlineData("a.slnx")]
    [InlineData("a.sln")]
    public void A_file_that_is_gone_is_named(string name)
    {
        using var folder = new SpecFolder();

        Assert.StartsWith(
            $"{folder.File(name)} is not a solution: ",
            Assert.Throws<CommandException>(() => SolutionMembers.Read(folder.File(name))).Message,
            StringComparison.Ordinal
        );
    }
}
