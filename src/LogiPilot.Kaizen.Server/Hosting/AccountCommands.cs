using System.CommandLine;
using LogiPilot.Kaizen.Core.Organisation;
using LogiPilot.Kaizen.Core.Shared;
using LogiPilot.Kaizen.Server.Hosting.SignIn;
using MediatR;
using Command = System.CommandLine.Command;

namespace LogiPilot.Kaizen.Server.Hosting;

/// <summary><c>user add</c>, <c>user move</c> and <c>token add</c>, also beside a running server, which notices within a second.</summary>
public static class AccountCommands
{
    private static readonly string[] Roles = [.. Enum.GetValues<Role>().Select(Kebab)];

    private static readonly Argument<string> Name = new("NAME") { Description = "Name to sign in with, or of the program" };

    private static readonly Option<string> RoleOption = new("--role")
    {
        Description = "One of " + string.Join(", ", Roles), HelpName = "ROLE", Required = true,
    };

    private static readonly Option<string?> Plant = new("--plant") { Description = "Code of the plant (default: all plants)", HelpName = "CODE" };

    public static Command MakeUser(CommandLine line)
    {
        var email = new Option<string?>("--email") { Description = "Address for mails", HelpName = "ADDRESS" };
        var add = new Command("add", "Adds a person; the password is read from standard input.") { Name, RoleOption, email, Plant };
        add.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = line.Compose(parsed);
            await using var scope = app.Services.Acting(Actor.System with { Language = Language.En });
            var name = parsed.GetValue(Name)!;
            var person = new AddPerson(name, name, parsed.GetValue(email), RoleOf(parsed), Language.Fr, parsed.GetValue(Plant));
            var password = await Console.In.ReadLineAsync(cancellationToken)
                ?? throw new CommandRefusedException("Give the password on standard input, in one line.");
            var made = await scope.ServiceProvider.GetRequiredService<Accounts>().AddUser(person, password, cancellationToken);
            return Done(made, scope.ServiceProvider);
        });
        var move = new Command("move", "Gives a person another role or plant, in place of what he had.") { Name, RoleOption, Plant };
        move.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = line.Compose(parsed);
            await using var scope = app.Services.Acting(Actor.System with { Language = Language.En });
            var moved = new MovePerson(parsed.GetValue(Name)!, RoleOf(parsed), parsed.GetValue(Plant));
            return Done(await scope.ServiceProvider.GetRequiredService<IMediator>().Send(moved, cancellationToken), scope.ServiceProvider);
        });
        return new Command("user", "People who sign in.") { add, move };
    }

    public static Command MakeToken(CommandLine line)
    {
        var add = new Command("add", "Adds a program and prints its token, which is shown this once.") { Name, RoleOption, Plant };
        add.SetAction(async (parsed, cancellationToken) =>
        {
            await using var app = line.Compose(parsed);
            await using var scope = app.Services.Acting(Actor.System with { Language = Language.En });
            var program = new AddProgram(parsed.GetValue(Name)!, RoleOf(parsed), Language.Fr, parsed.GetValue(Plant));
            var token = await scope.ServiceProvider.GetRequiredService<Accounts>().AddProgram(program, cancellationToken);
            if (token.IsDone)
            {
                Console.WriteLine(token.Value);
            }

            return Done(token, scope.ServiceProvider);
        });
        return new Command("token", "Tokens of programs.") { add };
    }

    private static Role RoleOf(ParseResult parsed)
    {
        var index = Array.IndexOf(Roles, parsed.GetValue(RoleOption));
        return index >= 0 ? Enum.GetValues<Role>()[index]
            : throw new CommandRefusedException($"There is no role {parsed.GetValue(RoleOption)}: give --role one of {string.Join(", ", Roles)}.");
    }

    private static int Done<T>(Outcome<T> outcome, IServiceProvider services) => outcome.Refusal is { } refusal
        ? throw new CommandRefusedException(services.GetRequiredService<Refusals>().Sentence(refusal))
        : 0;

    private static string Kebab(Role role) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(role.ToString());
}
