using System.Security.Cryptography;
using System.Text;

namespace Credence.Care.Cards;

/// <summary>Words that a person comes back with: five of 256, so 40 bits; with the passphrase, which is no part of that number. They say nothing of anything.</summary>
public static class EntryWords
{
    public const int Count = 5;

    /// <summary>The words of one language, without accents, so that any keyboard has them.</summary>
    public static IReadOnlyList<string> Of(string language) => language == "es" ? Spanish : English;

    /// <summary>As they are compared: small, without accents, one space between.</summary>
    public static string Plain(string typed)
    {
        var plain = new StringBuilder(Math.Min(typed.Length, 200));
        foreach (var letter in typed.Take(200))
        {
            var small = char.ToLowerInvariant(letter);
            plain.Append("áéíóúüñ".IndexOf(small, StringComparison.Ordinal) is >= 0 and var at ? "aeiouun"[at] : char.IsAsciiLetter(small) ? small : ' ');
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    internal static string New(string language) => string.Join(' ', RandomNumberGenerator.GetItems(Of(language).ToArray(), Count));

    private static readonly string[] English =
        """
        apple apron arch arrow bagel baker barn basil beach bean bell bench berry bird boat book boot bowl bread brick broom brush cabin
        cake camel canoe cedar cello chair chalk chess city clay cliff clock cloud coat color comet copper coral corn cotton couch cousin
        cow crane cream cup daisy dance dawn deer desert desk dinner dish donkey door dragon drum duck eagle earth echo egg elbow elm
        ember engine fabric falcon farm fence fern ferry field fig finch fish flag flame flower flute fog forest fork fox frog garden
        garlic gate ginger glass glove goat gold goose grape grass guitar hammer harbor hat hazel hedge heron hill honey horse house iris
        island ivory ivy jacket jam jar jewel juice kettle key kite kitten kiwi koala ladder lake lamp lark laurel leaf lemon lentil
        letter lily lime linen lion lizard lobby lotus lunch maple marble market meadow melon mint mirror mitten moon moss mouse muffin
        museum music napkin needle nest noodle nutmeg oak oat ocean olive onion orange otter oven owl paint palm panda paper park parrot
        pasta peach peanut pear pebble pencil pepper piano pigeon pillow pine pizza planet plum pocket pond poppy potato puzzle quilt
        rabbit radio rain raisin ribbon rice ring river robin roof rose saddle salad sand scarf school sea seed shell shelf silver sky
        snow soap sock song spoon spring star stone story summer sun swan table tea teapot tiger toast tomato tower train tree tulip
        turtle valley vase velvet violin walnut water whale wheat willow window winter wool yarn zebra
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);

    private static readonly string[] Spanish =
        """
        abeja abril abrigo aceite agua aguja ala alba ancla anillo arbol arena arpa arroz atlas avena avion azucar azul balcon balde banco
        barco barro blanco bosque bota boton brisa brocha burro cabra cacao cactus cafe caja calle cama camino camisa campo canela carta
        casa cedro cerca cereza cesta cielo cine ciudad clavel cobre coche coco cocina cojin colina color cometa conejo copa coral corcho
        correo costa cuadro cuento cuerda danza delfin diente disco dorado dulce eco enero escoba espejo espiga estufa faro feria fideo
        fiesta flauta flor foca fresa fruta fuente gallo ganso garza gato globo gorra gorro grano granja grillo guante haba hamaca harina
        helado hielo hierba higo hilo hoja hongo horno huerto huevo iguana isla jabon jardin jarra jazmin jirafa joya jueves jugo lago
        lana lapiz laurel leche leon letra libro lima limon lirio llave lluvia lobo lunes luna luz madera maiz maleta mango manta mantel
        manzana mapa mar marfil martes marzo mayo melon menta mercado mesa miel mochila molino moneda mora museo musica nabo naranja nave
        nido nieve nogal nota nube nuez ola oliva olla orilla oro oso oveja palma paloma pan panda papel parque pasto pato pera perla pez
        piano piedra pino pintura pizarra planeta plata plato playa pluma poema pomelo puente puerta puerto queso radio rama rana regla
        reloj remo rio roble romero ropa rosa rueda sabado sal salsa sandia sapo seda selva semilla silla sol sopa taza techo tela tienda
        tigre tinta toalla tomate tren trigo uva vaca vaso vela velero verano verde viento viernes violeta violin yate zapato zorro
        """.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
}
